import { asShaddockError, ShaddockError } from './error.js';
import { Heartbeat } from './heartbeat.js';
import { decodeMessage, MessageType } from './messages.js';
import { decodePackages, encodePackage, PackageType } from './packages.js';
import { Requests } from './requests.js';
import { decodeText, encodeText } from './text.js';

const CLIENT_TYPE = 'shaddock-js';
const CLIENT_VERSION = '1.0.0';
const HANDSHAKE_OK = 200;
const CLIENT_REFUSED = 501;

/**
 * @typedef {object} LinkOptions
 * @property {string} url
 * @property {new (url: string) => any} WebSocket
 * @property {import('./codec.js').Codec} codec outlives the link
 * @property {any} user given to the server's handshake
 * @property {number} connectTimeoutMillis for socket and handshake together
 * @property {number} requestTimeoutMillis
 * @property {boolean} okOnly
 * @property {(route: string, body: any) => void} onPush
 * @property {(rttMillis: number) => void} onRtt
 * @property {(error: ShaddockError) => void} onError something from the server that could not be read
 *
 * @typedef {object} RequestOptions
 * @property {number} [timeoutMillis]
 * @property {boolean} [okOnly] reject an answer whose `code` is a number other than 200
 */

/**
 * One connection, from handshake to end; it never comes back. An `onReconnect` hook is given one, to re-enter with.
 */
export class Link {
  #options;
  #socket;
  #requests = new Requests();
  /** @type {Heartbeat | undefined} */
  #heartbeat;
  #open = false;
  #over = false;
  /** @type {ReturnType<typeof setTimeout>} */
  #connectTimer;
  /** @type {(user: any) => void} */
  #opened = () => {};
  /** @type {(cause: ShaddockError) => void} */
  #ended = () => {};

  /**
   * Resolves once the handshake is acknowledged, with what the server's handshake hook returned for this user; rejects
   * when it comes to nothing.
   *
   * @type {Promise<any>}
   */
  opened;
  /**
   * Resolves, never rejects, with why the link is over.
   *
   * @type {Promise<ShaddockError>}
   */
  ended;

  /** @param {LinkOptions} options */
  constructor(options) {
    this.#options = options;
    this.url = options.url;
    this.ended = new Promise((resolve) => (this.#ended = resolve));
    this.opened = new Promise((resolve, reject) => {
      this.#opened = resolve;
      this.ended.then(reject);
    });
    this.opened.catch(() => {}); // whoever awaits it sees the rejection; nobody has to
    const { url, connectTimeoutMillis } = options;
    this.#socket = new options.WebSocket(url);
    this.#socket.binaryType = 'arraybuffer';
    this.#socket.onopen = () => this.#handshake();
    this.#socket.onmessage = (/** @type {MessageEvent} */ { data }) => this.#frame(data);
    this.#socket.onerror = () => {}; // always followed by close, which says as little
    this.#socket.onclose = (/** @type {CloseEvent} */ { code, reason }) => this.#end(this.#closed(code, reason));
    this.#connectTimer = setTimeout(
      () => this.close(timedOut(`No connection to ${url} in ${connectTimeoutMillis} ms`)),
      connectTimeoutMillis,
    );
  }

  /**
   * @param {string} route
   * @param {any} [body]
   * @param {RequestOptions} [options]
   * @returns {Promise<any>} the body of the answer
   */
  async request(route, body = {}, options = {}) {
    const { timeoutMillis = this.#options.requestTimeoutMillis, okOnly = this.#options.okOnly } = options;
    if (!this.#open) throw notOpen();
    const answer = await this.#requests.start(route, timeoutMillis, (id) => {
      this.#sendData(MessageType.REQUEST, id, route, body);
    });
    if (okOnly) requireOk(route, answer);
    return answer;
  }

  /**
   * @param {string} route
   * @param {any} [body]
   * @returns {boolean} whether it was handed to an open connection
   */
  notify(route, body = {}) {
    if (this.#open) this.#sendData(MessageType.NOTIFY, 0, route, body);
    return this.#open;
  }

  /** @param {ShaddockError} cause what requests in flight are rejected with */
  close(cause) {
    this.#end(cause);
    this.#socket.close();
  }

  /** @param {ShaddockError} cause */
  #end(cause) {
    if (this.#over) return;
    this.#over = true;
    this.#open = false;
    clearTimeout(this.#connectTimer);
    this.#heartbeat?.stop();
    this.#requests.failAll(cause);
    this.#ended(cause);
  }

  /**
   * @param {number} code
   * @param {string} reason
   */
  #closed(code, reason) {
    const detail = reason ? `${code}, ${reason}` : `${code}`;
    const what = this.#open ? 'Lost the connection to' : 'Cannot connect to';
    return new ShaddockError('DISCONNECTED', `${what} ${this.#options.url} (${detail})`, { retryable: true });
  }

  #handshake() {
    const { codec, user } = this.#options;
    const sys = { type: CLIENT_TYPE, version: CLIENT_VERSION, bundles: true, ...codec.versions() };
    this.#send(PackageType.HANDSHAKE, encodeText(JSON.stringify({ sys, user })));
  }

  /** @param {any} data */
  #frame(data) {
    if (this.#over) return;
    try {
      this.#heartbeat?.heard();
      for (const { type, body } of decodePackages(bytesOf(data))) this.#package(type, body);
    } catch (thrown) {
      const error = asShaddockError(thrown);
      this.#options.onError(error);
      this.close(new ShaddockError('DISCONNECTED', error.message, { retryable: true, cause: error }));
    }
  }

  /**
   * @param {number} type
   * @param {Uint8Array} body
   */
  #package(type, body) {
    if (this.#over) return;
    if (type === PackageType.HANDSHAKE) this.#welcome(jsonOf(body));
    else if (type === PackageType.HEARTBEAT) this.#heartbeat?.beat();
    else if (type === PackageType.KICK) this.#kicked(jsonOf(body));
    else if (type === PackageType.DATA) this.#data(body);
  }

  /** @param {any} response */
  #welcome(response) {
    if (this.#open) return;
    if (response.code !== HANDSHAKE_OK || !response.sys) {
      const retryable = response.code !== CLIENT_REFUSED;
      const why = response.message ? `: ${response.message}` : '';
      const message = `The server refused the handshake with code ${response.code}${why}`;
      return this.close(new ShaddockError('HANDSHAKE', message, { retryable, status: response.code, body: response }));
    }
    clearTimeout(this.#connectTimer);
    this.#options.codec.adopt(response.sys);
    this.#heartbeat = new Heartbeat((response.sys.heartbeat ?? 0) * 1000, {
      send: () => this.#send(PackageType.HEARTBEAT),
      sample: this.#options.onRtt,
      silent: () => this.close(timedOut(`${this.#options.url} has gone silent`)),
    });
    this.#open = true;
    this.#send(PackageType.HANDSHAKE_ACK);
    this.#heartbeat.start();
    this.#opened(response.user);
  }

  /** @param {any} body */
  #kicked({ reason }) {
    this.close(new ShaddockError('KICKED', `The server ended this session: ${reason ?? 'no reason given'}`, { reason }));
  }

  /** @param {Uint8Array} bytes */
  #data(bytes) {
    const { codec, onPush, onError } = this.#options;
    try {
      const { type, id, route, body } = decodeMessage(bytes);
      if (type === MessageType.RESPONSE) {
        this.#requests.finish(id, (requested) => codec.decodeBody(requested, body));
      } else if (type === MessageType.PUSH) {
        const name = codec.routeName(route);
        onPush(name, codec.decodeBody(name, body));
      }
    } catch (thrown) {
      onError(asShaddockError(thrown)); // one unreadable message costs nothing but itself
    }
  }

  /**
   * @param {number} type
   * @param {number} id
   * @param {string} route
   * @param {any} body
   */
  #sendData(type, id, route, body) {
    this.#send(PackageType.DATA, this.#options.codec.encode(type, id, route, body));
  }

  /**
   * @param {number} type
   * @param {Uint8Array} [body]
   */
  #send(type, body) {
    this.#socket.send(encodePackage(type, body));
  }
}

/** @returns {ShaddockError} */
export function notOpen() {
  return new ShaddockError('NOT_OPEN', 'There is no open connection to the server', { retryable: true });
}

/** @param {string} message */
function timedOut(message) {
  return new ShaddockError('TIMEOUT', message, { retryable: true });
}

/**
 * @param {string} route
 * @param {any} answer
 */
function requireOk(route, answer) {
  const code = answer?.code;
  if (typeof code !== 'number' || code === HANDSHAKE_OK) return;
  throw new ShaddockError(code, answer.message ?? `${route} answered with code ${code}`, { body: answer });
}

/**
 * @param {any} data
 * @returns {Uint8Array}
 */
function bytesOf(data) {
  return typeof data === 'string' ? encodeText(data) : new Uint8Array(data);
}

/**
 * @param {Uint8Array} body
 * @returns {any}
 */
function jsonOf(body) {
  try {
    return JSON.parse(decodeText(body)) ?? {};
  } catch (cause) {
    throw new ShaddockError('PROTOCOL', 'The server sent broken JSON', { cause });
  }
}
