/**
 * The network side of the chat: asks the gate for a connector, enters a room there, and enters again whenever the
 * connection had to be made anew. Knows nothing of the page.
 */
import { connect, ShaddockClient, ShaddockError } from '/shaddock-client.js';

export const EVERYBODY = '*';
export const NAME_TAKEN = 'NAME_TAKEN';

/** After a lost connection the server may still hold our own name, until it notices; then we wait and ask again. */
const MAX_REFUSALS = 8;

/**
 * @typedef {object} Chat a message as it arrived
 * @property {string} from
 * @property {string} target a name, or {@link EVERYBODY}
 * @property {string} msg
 *
 * @typedef {object} Listener
 * @property {(names: string[]) => void} entered whoever is in the room; called again after each reconnect
 * @property {(name: string) => void} joined
 * @property {(name: string) => void} left
 * @property {(chat: Chat) => void} chat
 * @property {(change: any) => void} state a StateChange of the client
 * @property {(rttMillis: number) => void} latency
 */

export class ChatRoom {
  #client;
  #listener;
  #refusals = 0;

  /**
   * @param {string} name
   * @param {string} room
   * @param {Listener} listener
   */
  constructor(name, room, listener) {
    this.name = name;
    this.room = room;
    this.#listener = listener;
    this.#client = new ShaddockClient({
      url: () => connectorAddress(name),
      onReconnect: (link) => this.#enterAgain(link),
    });
    this.#client.on('onAdd', ({ user }) => listener.joined(user));
    this.#client.on('onLeave', ({ user }) => listener.left(user));
    this.#client.on('onChat', (chat) => listener.chat(chat));
    this.#client.on('rtt', (rttMillis) => listener.latency(rttMillis));
  }

  /** Connects and enters; rejects with a ShaddockError, whose code is NAME_TAKEN when somebody has the name. */
  async enter() {
    await this.#client.connect();
    try {
      await this.#enter(this.#client);
    } catch (thrown) {
      this.#client.close();
      throw thrown;
    }
    this.#client.on('state', (change) => this.#listener.state(change));
  }

  /**
   * @param {string} target
   * @param {string} content
   */
  async send(target, content) {
    const message = { rid: this.room, content, from: this.name, target };
    await this.#client.request('chat.chatHandler.send', message, { okOnly: true });
  }

  leave() {
    this.#client.close();
  }

  reconnectNow() {
    this.#client.reconnectNow();
  }

  /** @param {Pick<ShaddockClient, 'request'>} link */
  async #enter(link) {
    const answer = await link.request('connector.entryHandler.enter', { username: this.name, rid: this.room });
    if (answer.error) throw new ShaddockError(NAME_TAKEN, `${this.name} is already in ${this.room}`);
    if (!answer.users) throw new ShaddockError(answer.code, answer.message ?? 'The server did not let us in');
    this.#listener.entered(answer.users);
  }

  /** @param {Pick<ShaddockClient, 'request'>} link */
  async #enterAgain(link) {
    try {
      await this.#enter(link);
      this.#refusals = 0;
    } catch (thrown) {
      if (++this.#refusals >= MAX_REFUSALS) this.leave();
      throw thrown;
    }
  }
}

/**
 * As Pomelo's chat client does: a short connection to the gate, which is where the page came from, to be told the
 * connector.
 *
 * @param {string} uid
 * @returns {Promise<string>}
 */
async function connectorAddress(uid) {
  const gate = await connect({ reconnect: false });
  try {
    const { host, port } = await gate.request('gate.gateHandler.queryEntry', { uid }, { okOnly: true });
    const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws';
    return `${scheme}://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${port}/`;
  } finally {
    gate.close();
  }
}
