/**
 * The network side of the world: lets the hero in, follows it through portals, and brings it back after a lost
 * connection. Knows nothing of the page.
 */
import { ShaddockClient } from '/shaddock-client.js';

const ENTER = 'connector.worldEntryHandler.enter';
const FIRST_PAUSE_MILLIS = 250;
const LONGEST_PAUSE_MILLIS = 4000;

/**
 * @typedef {object} Welcome the map, and which entity is one's own
 * @property {string} map
 * @property {number} id
 * @property {string} ticket
 * @property {string[]} rows
 *
 * @typedef {object} Look something that has come into view
 * @property {string} kind
 * @property {string} [name]
 * @property {number} maxHp
 * @property {number[]} at five numbers: id, x and y in hundredths of a tile, hit points, blows struck
 *
 * @typedef {object} View what has changed around the hero
 * @property {string} map
 * @property {number} number counts from 1 since the hero has entered
 * @property {number} atMillis
 * @property {{ gold: number, at: number[] }} [me]
 * @property {Look[]} in
 * @property {number[]} at five numbers each
 * @property {number[]} out
 *
 * @typedef {object} Board
 * @property {string} map
 * @property {number} heroes
 * @property {{ name: string, gold: number, id: number }[]} lines
 *
 * @typedef {object} Said
 * @property {string} from
 * @property {number} id
 * @property {string} map
 * @property {boolean} toAll
 * @property {string} text
 *
 * @typedef {object} Listener
 * @property {(welcome: Welcome) => void} welcome
 * @property {(view: View) => void} view
 * @property {(board: Board) => void} board
 * @property {(said: Said) => void} said
 * @property {(to: string) => void} leaving the hero has gone through a portal
 * @property {(change: any) => void} state a StateChange of the client
 *
 * @typedef {{ name: string, ticket?: string, map?: string }} Visit what a reload of the page needs to come back
 */

export class WorldLink {
  #client;
  #listener;
  /** @type {Visit} */
  visit;
  /** Bytes that have come in so far, as the messages' sizes tell. */
  bytes = 0;

  /**
   * @param {Visit} visit
   * @param {Listener} listener
   */
  constructor(visit, listener) {
    this.visit = visit;
    this.#listener = listener;
    const count = (/** @type {number} */ size) => (this.bytes += size);
    this.#client = new ShaddockClient({
      WebSocket: class extends WebSocket {
        /** @param {string} url */
        constructor(url) {
          super(url);
          this.addEventListener('message', ({ data }) => count(data.byteLength ?? data.length));
        }
      },
      onReconnect: (link) => this.#enter(link),
    });
    this.#client.on('onWelcome', (welcome) => this.#welcome(welcome));
    this.#client.on('onView', (view) => view.map === this.visit.map && listener.view(view));
    this.#client.on('onBoard', (board) => board.map === this.visit.map && listener.board(board));
    this.#client.on('onSay', (said) => listener.said(said));
    this.#client.on('onPortal', ({ to }) => this.#travel(to));
  }

  /** Connects and enters; rejects with a ShaddockError. */
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
   * @param {number} x
   * @param {number} y
   */
  walk(x, y) {
    this.#client.notify('world.worldHandler.walk', { x, y });
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  steer(x, y) {
    this.#client.notify('world.worldHandler.steer', { x, y });
  }

  /** @param {number} id of a monster */
  attack(id) {
    this.#client.notify('world.worldHandler.attack', { id });
  }

  /**
   * @param {string} text
   * @param {boolean} toAll
   */
  async say(text, toAll) {
    await this.#client.request('world.worldHandler.say', { text, toAll }, { okOnly: true });
  }

  /** @returns {Promise<any>} the server's figures */
  async figures() {
    return this.#client.request('world.worldHandler.figures', {}, { okOnly: true, timeoutMillis: 2000 });
  }

  leave() {
    this.#client.close();
  }

  reconnectNow() {
    this.#client.reconnectNow();
  }

  /** @param {Welcome} welcome */
  #welcome(welcome) {
    this.visit = { name: this.visit.name, ticket: welcome.ticket, map: welcome.map };
    this.#listener.welcome(welcome);
  }

  /** @param {Pick<ShaddockClient, 'request'>} link */
  async #enter(link) {
    await link.request(ENTER, this.visit, { okOnly: true });
  }

  /**
   * The hero is with our session now. Asking again is right whatever has failed: the server knows where it is going.
   *
   * @param {string} to
   */
  async #travel(to) {
    this.#listener.leaving(to);
    for (let pause = FIRST_PAUSE_MILLIS; this.#client.state === 'open'; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
      try {
        return await this.#enter(this.#client);
      } catch {
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }
}
