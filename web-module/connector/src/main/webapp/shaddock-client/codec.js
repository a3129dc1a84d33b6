/**
 * Bodies and routes as a server wants them: its route dictionary and protobuf definitions, learnt in the handshake and
 * kept across reconnects so that the next handshake can say "I have version …" and the server need not send them.
 */
import { ShaddockError } from './error.js';
import { encodeMessage } from './messages.js';
import { decodeProto } from './protobuf-decoder.js';
import { encodeProto } from './protobuf-encoder.js';
import { decodeText, encodeText } from './text.js';

export class Codec {
  /** @type {Map<string, number>} */
  #codes = new Map();
  /** @type {Map<number, string>} */
  #routes = new Map();
  /** @type {string | undefined} */
  #dictVersion;
  /** @type {{ client: import('./protobuf-types.js').Protos, server: import('./protobuf-types.js').Protos, version?: string }} */
  #protos = { client: {}, server: {} };

  /** @returns {{ dictVersion?: string, protoVersion?: string }} what the handshake request says is already here */
  versions() {
    return { dictVersion: this.#dictVersion, protoVersion: this.#protos.version };
  }

  /**
   * Takes over the `sys` part of a handshake response. What it leaves out although it is in use is what we have;
   * what is not in use is forgotten.
   *
   * @param {any} sys
   */
  adopt(sys) {
    if (sys.dict || !sys.useDict) {
      const entries = /** @type {[string, number][]} */ (Object.entries(sys.dict ?? {}));
      this.#codes = new Map(entries);
      this.#routes = new Map(entries.map(([route, code]) => [code, route]));
      this.#dictVersion = sys.dictVersion;
    }
    if (sys.protos || !sys.useProto) {
      const { client = {}, server = {}, version } = sys.protos ?? {};
      this.#protos = { client, server, version };
    }
  }

  /**
   * @param {number} type REQUEST or NOTIFY
   * @param {number} id
   * @param {string} route
   * @param {any} body
   * @returns {Uint8Array}
   */
  encode(type, id, route, body) {
    const encoded = Object.hasOwn(this.#protos.client, route)
      ? encodeProto(this.#protos.client, route, body)
      : encodeText(jsonOf(route, body));
    return encodeMessage({ type, id, route: this.#codes.get(route) ?? route, body: encoded });
  }

  /**
   * @param {string | number} route as it came: a name or a code
   * @returns {string}
   */
  routeName(route) {
    const name = typeof route === 'string' ? route : this.#routes.get(route);
    if (name === undefined) throw new ShaddockError('PROTOCOL', `A push has the unknown route code ${route}`);
    return name;
  }

  /**
   * @param {string} route of the push, or of the request that is answered
   * @param {Uint8Array} bytes
   * @returns {any}
   */
  decodeBody(route, bytes) {
    if (Object.hasOwn(this.#protos.server, route)) return decodeProto(this.#protos.server, route, bytes);
    try {
      return JSON.parse(decodeText(bytes));
    } catch (cause) {
      throw new ShaddockError('PROTOCOL', `The body of ${route} is not JSON`, { cause });
    }
  }
}

/**
 * @param {string} route
 * @param {any} body
 * @returns {string}
 */
function jsonOf(route, body) {
  const json = JSON.stringify(body);
  if (json === undefined) throw new ShaddockError('ENCODING', `The body for ${route} has no JSON form`);
  return json;
}
