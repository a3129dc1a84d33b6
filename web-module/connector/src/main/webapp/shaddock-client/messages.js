/**
 * The message layer, inside packages of type DATA:
 * `flag (1 byte) · id (varint: request and response) · route (all but response) · body`.
 */
import { ShaddockError } from './error.js';
import { decodeText, encodeText } from './text.js';

export const MessageType = Object.freeze({ REQUEST: 0, NOTIFY: 1, RESPONSE: 2, PUSH: 3 });

const CODED_ROUTE = 0x01;
const KNOWN_FLAGS = 0x0f;
const MAX_ROUTE_BYTES = 255;
const MAX_ID_BYTES = 5;

/**
 * @typedef {object} Message
 * @property {number} type one of {@link MessageType}
 * @property {number} id 0 where the type has none
 * @property {string | number} route a name or its code in the dictionary; '' where the type has none
 * @property {Uint8Array} body
 */

/**
 * @param {Message} message a request or a notify
 * @returns {Uint8Array}
 */
export function encodeMessage({ type, id, route, body }) {
  const coded = typeof route === 'number';
  const head = [(type << 1) | (coded ? CODED_ROUTE : 0)];
  if (hasId(type)) appendVarint(head, id);
  const name = coded ? Uint8Array.of(route >> 8, route) : encodeText(route);
  if (!coded) {
    if (name.length === 0 || name.length > MAX_ROUTE_BYTES) {
      throw new ShaddockError('ENCODING', `A route has 1 to ${MAX_ROUTE_BYTES} bytes, not ${name.length}`);
    }
    head.push(name.length);
  }
  const bytes = new Uint8Array(head.length + name.length + body.length);
  bytes.set(head);
  bytes.set(name, head.length);
  bytes.set(body, head.length + name.length);
  return bytes;
}

/**
 * @param {Uint8Array} bytes
 * @returns {Message} the body is a view of the bytes
 */
export function decodeMessage(bytes) {
  if (bytes.length === 0 || bytes[0] > KNOWN_FLAGS) {
    throw new ShaddockError('PROTOCOL', `Unknown message flag ${bytes[0]}`);
  }
  const type = bytes[0] >> 1;
  if (type > MessageType.PUSH) throw new ShaddockError('PROTOCOL', `Unknown message type ${type}`);
  let at = 1;
  let id = 0;
  if (hasId(type)) {
    for (let shift = 0; ; shift++) {
      if (at >= bytes.length || shift >= MAX_ID_BYTES) throw new ShaddockError('PROTOCOL', 'A message id does not end');
      id += (bytes[at] & 0x7f) * 2 ** (7 * shift);
      if (bytes[at++] < 0x80) break;
    }
  }
  /** @type {string | number} */
  let route = '';
  if (type !== MessageType.RESPONSE) {
    const coded = (bytes[0] & CODED_ROUTE) !== 0;
    const start = coded ? at : at + 1;
    const end = coded ? at + 2 : start + bytes[at];
    if (!(end <= bytes.length)) throw new ShaddockError('PROTOCOL', 'A message ends within its route');
    route = coded ? (bytes[start] << 8) | bytes[start + 1] : decodeText(bytes.subarray(start, end));
    at = end;
  }
  return { type, id, route, body: bytes.subarray(at) };
}

/** @param {number} type */
function hasId(type) {
  return type === MessageType.REQUEST || type === MessageType.RESPONSE;
}

/**
 * @param {number[]} target
 * @param {number} value 0 .. 2^53 - 1; arithmetic because bit operators end at 32 bits
 */
export function appendVarint(target, value) {
  while (value >= 0x80) {
    target.push((value % 0x80) + 0x80);
    value = Math.floor(value / 0x80);
  }
  target.push(value);
}
