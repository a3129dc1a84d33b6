/**
 * The package layer: `type (1 byte) · length (3 bytes, big-endian) · body`. A WebSocket frame holds one or several.
 */
import { ShaddockError } from './error.js';

export const PackageType = Object.freeze({ HANDSHAKE: 1, HANDSHAKE_ACK: 2, HEARTBEAT: 3, DATA: 4, KICK: 5 });

const HEAD_BYTES = 4;
const MAX_BODY_BYTES = 0xffffff;
const EMPTY = new Uint8Array(0);

/**
 * @typedef {object} Package
 * @property {number} type one of {@link PackageType}
 * @property {Uint8Array} body
 */

/**
 * @param {number} type
 * @param {Uint8Array} [body]
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function encodePackage(type, body = EMPTY) {
  if (body.length > MAX_BODY_BYTES) {
    throw new ShaddockError('ENCODING', `A body of ${body.length} bytes is above the protocol's ${MAX_BODY_BYTES}`);
  }
  const bytes = new Uint8Array(HEAD_BYTES + body.length);
  bytes[0] = type;
  bytes[1] = body.length >> 16;
  bytes[2] = body.length >> 8;
  bytes[3] = body.length;
  bytes.set(body, HEAD_BYTES);
  return bytes;
}

/**
 * @param {Uint8Array} frame
 * @returns {Package[]} bodies are views of the frame
 */
export function decodePackages(frame) {
  const packages = [];
  for (let at = 0; at < frame.length; ) {
    if (at + HEAD_BYTES > frame.length) throw truncated();
    const type = frame[at];
    if (type < PackageType.HANDSHAKE || type > PackageType.KICK) {
      throw new ShaddockError('PROTOCOL', `Unknown package type ${type}`);
    }
    const start = at + HEAD_BYTES;
    const end = start + (frame[at + 1] << 16) + (frame[at + 2] << 8) + frame[at + 3];
    if (end > frame.length) throw truncated();
    packages.push({ type, body: frame.subarray(start, end) });
    at = end;
  }
  return packages;
}

function truncated() {
  return new ShaddockError('PROTOCOL', 'A package is longer than its frame');
}
