import { DEFAULT_BACKOFF } from './backoff.js';
import { asShaddockError, ShaddockError } from './error.js';
import { Events } from './events.js';
import { Lifetime } from './lifetime.js';
import { notOpen } from './link.js';

const CLIENT_EVENTS = new Set(['state', 'rtt', 'push', 'error']);
const MOVE_ROUTE = 'shaddock.reconnect';

/**
 * @typedef {'connecting' | 'open' | 'reconnecting' | 'closed' | 'kicked'} State
 *
 * @typedef {object} StateChange payload of the event `state`
 * @property {State} state
 * @property {State} previous
 * @property {number} [attempt] with `reconnecting`: which attempt comes next, from 1
 * @property {number} [delayMillis] with `reconnecting`: how long until it starts
 * @property {ShaddockError} [error] why the connection was lost, or ended
 *
 * @typedef {string | URL} Address
 *
 * @typedef {object} Options
 * @property {Address | (() => Address | Promise<Address>)} [url] of the WebSocket, or a function asked before every
 *   attempt to connect, for instance one that asks a gate; default: the page's own host
 * @property {any | (() => any)} [user] given to the server's handshake, such as `{ token }`, or a function asked for it before
 *   every attempt to connect, for instance one that fetches a new token; it may be asynchronous
 * @property {new (url: string) => any} [WebSocket] for Node before 22, which has none of its own; that of `ws` will do
 * @property {boolean | Partial<import('./backoff.js').Backoff>} [reconnect] default true; applies once a first
 *   connection was made, never after a kick or `close()`
 * @property {(link: import('./link.js').Link) => unknown} [onReconnect] makes a new connection usable (enters the room
 *   again) before the state becomes `open`; it must use the link it is given. When it rejects, that attempt has failed.
 * @property {number} [connectTimeoutMillis] for socket and handshake together; default 10000
 * @property {number} [requestTimeoutMillis] default 10000
 * @property {boolean} [okOnly] default for every request; see {@link ShaddockClient#request}
 */

/**
 * What an application holds: one session with a server, across reconnects.
 *
 * Events: the route of every push, with its body; and the client's own `state` ({@link StateChange}), `rtt`
 * (milliseconds, measured with each heartbeat), `push` (`{ route, body }` for every push, whatever its route) and
 * `error` (a {@link ShaddockError}: something that the server sent could not be read). A push whose route is one of
 * these four names is delivered as `push` only.
 *
 * A push `shaddock.reconnect {url?, afterMillis?}` makes the client reconnect, elsewhere when it names a URL: after
 * `afterMillis`, or after a jittered delay when that is missing. It is delivered like any other push, too.
 */
export class ShaddockClient {
  #events = new Events();
  #options;
  /** @type {Lifetime | undefined} */
  #lifetime;
  /** @type {State} */
  #state = 'closed';
  /** @type {number | undefined} */
  #rttMillis;

  /** @param {Options} [options] */
  constructor(options = {}) {
    const WebSocket = options.WebSocket ?? globalThis.WebSocket;
    if (!WebSocket) {
      throw new TypeError('There is no WebSocket here; pass one: connect({ WebSocket: (await import("ws")).WebSocket })');
    }
    this.#options = {
      user: async () => (typeof options.user === 'function' ? options.user() : options.user) ?? {},
      WebSocket,
      connectTimeoutMillis: options.connectTimeoutMillis ?? 10_000,
      requestTimeoutMillis: options.requestTimeoutMillis ?? 10_000,
      okOnly: options.okOnly ?? false,
      url: () => webSocketUrl(options.url),
      backoff: backoffOf(options.reconnect ?? true),
      onReconnect: options.onReconnect ?? (() => {}),
    };
  }

  /** @returns {State} */
  get state() {
    return this.#state;
  }

  /** @returns {number | undefined} the last measured round-trip time; undefined before the first heartbeat */
  get rttMillis() {
    return this.#rttMillis;
  }

  /**
   * Makes the first connection, in one attempt; rejects when it fails.
   *
   * @returns {Promise<this>}
   */
  async connect() {
    if (this.#lifetime && !this.#lifetime.over) throw new Error(`connect() was called when ${this.#state}`);
    this.#lifetime = new Lifetime({
      ...this.#options,
      onPush: (route, body) => this.#push(route, body),
      onRtt: (rttMillis) => {
        this.#rttMillis = rttMillis;
        this.#events.emit('rtt', rttMillis);
      },
      onError: (error) => this.#report(error),
      onState: (change) => {
        const previous = this.#state;
        this.#state = change.state;
        this.#events.emit('state', { ...change, previous });
      },
    });
    await this.#lifetime.start();
    return this;
  }

  /**
   * Resolves with the answer's body as it came: whether a `code` in it means success is the application's to say. With
   * `okOnly` an answer whose `code` is a number other than 200 (Pomelo's "ok") is rejected instead, with that code.
   * It is also rejected on a time-out and when the connection ends; see {@link ShaddockError}.
   *
   * @param {string} route
   * @param {any} [body]
   * @param {import('./link.js').RequestOptions} [options]
   * @returns {Promise<any>}
   */
  async request(route, body, options) {
    const link = this.#lifetime?.link;
    if (!link) throw notOpen();
    return link.request(route, body, options);
  }

  /**
   * Sends a message that is not answered.
   *
   * @param {string} route
   * @param {any} [body]
   * @returns {boolean} whether it was handed to an open connection
   */
  notify(route, body) {
    return this.#lifetime?.link?.notify(route, body) ?? false;
  }

  /**
   * @param {string} event a push's route, or one of the client's own events
   * @param {(payload: any) => void} listener
   * @returns {() => void} removes it
   */
  on(event, listener) {
    return this.#events.on(event, listener);
  }

  /**
   * @param {string} event
   * @param {(payload: any) => void} listener
   */
  off(event, listener) {
    this.#events.off(event, listener);
  }

  /** Ends the session for good; requests in flight are rejected. `connect()` may be called again. */
  close() {
    this.#lifetime?.end(new ShaddockError('CLOSED', 'The client was closed'));
  }

  /** Cuts the wait for the next attempt short, for instance when the browser says that it is on line again. */
  reconnectNow() {
    this.#lifetime?.wake();
  }

  /**
   * @param {string} route
   * @param {any} body
   */
  #push(route, body) {
    if (!CLIENT_EVENTS.has(route)) this.#events.emit(route, body);
    this.#events.emit('push', { route, body });
    if (route !== MOVE_ROUTE) return;
    try {
      this.#lifetime?.move(body ?? {});
    } catch (thrown) {
      this.#report(asShaddockError(thrown));
    }
  }

  /** @param {ShaddockError} error */
  #report(error) {
    if (!this.#events.emit('error', error)) console.error('Shaddock client:', error);
  }
}

/**
 * Connects in one call.
 *
 * @param {Options} [options]
 * @returns {Promise<ShaddockClient>} open
 */
export async function connect(options) {
  return new ShaddockClient(options).connect();
}

/**
 * @param {Options['url']} url
 * @returns {Promise<string>} with the scheme ws or wss
 */
async function webSocketUrl(url = '/') {
  const address = new URL(typeof url === 'function' ? await url() : url, globalThis.location?.href);
  address.protocol = address.protocol.replace('http', 'ws');
  return address.href;
}

/**
 * @param {NonNullable<Options['reconnect']>} reconnect
 * @returns {import('./backoff.js').Backoff | undefined}
 */
function backoffOf(reconnect) {
  if (reconnect === false) return undefined;
  return { ...DEFAULT_BACKOFF, ...(reconnect === true ? {} : reconnect) };
}
