import { ShaddockError } from './error.js';
import { messageType, SCALARS, WireType } from './protobuf-types.js';
import { decodeText } from './text.js';

const MAX_VARINT_BYTES = 8;

/** @typedef {import('./protobuf-types.js').Definition} Definition */

/**
 * @param {import('./protobuf-types.js').Protos} protos
 * @param {string} route
 * @param {Uint8Array} bytes
 * @returns {any} the fields that came; those of a newer definition are skipped
 */
export function decodeProto(protos, route, bytes) {
  return new Decoder(protos, bytes).message(protos[route], bytes.length);
}

class Decoder {
  #at = 0;
  #protos;
  #bytes;
  #view;

  /**
   * @param {import('./protobuf-types.js').Protos} protos
   * @param {Uint8Array} bytes
   */
  constructor(protos, bytes) {
    this.#protos = protos;
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /**
   * @param {Definition} definition
   * @param {number} end
   */
  message(definition, end) {
    /** @type {Record<string, any>} */
    const result = {};
    while (this.#at < end) {
      const head = this.#varint();
      const name = definition.__tags?.[Math.floor(head / 8)];
      if (name === undefined) this.#skip(head % 8);
      else this.#field(result, name, definition);
    }
    if (this.#at > end) throw truncated();
    return result;
  }

  /**
   * @param {Record<string, any>} result
   * @param {string} name
   * @param {Definition} definition
   */
  #field(result, name, definition) {
    const { option, type } = definition[name];
    if (option !== 'repeated') {
      result[name] = this.#value(type, definition);
      return;
    }
    const values = (result[name] ??= []);
    const count = SCALARS.has(type) ? this.#varint() : 1;
    for (let index = 0; index < count; index++) values.push(this.#value(type, definition));
  }

  /**
   * @param {string} type
   * @param {Definition} definition
   * @returns {any}
   */
  #value(type, definition) {
    switch (type) {
      case 'uInt32':
        return this.#varint();
      case 'int32':
      case 'sInt32':
        return unzigzag(this.#varint());
      case 'float':
        return this.#view.getFloat32(this.#advance(4), true);
      case 'double':
        return this.#view.getFloat64(this.#advance(8), true);
      case 'string':
        return this.#text();
    }
    const nested = messageType(this.#protos, definition, type);
    if (!nested) throw new ShaddockError('PROTOCOL', `The server defines the unsupported type ${type}`);
    const length = this.#varint();
    if (length > this.#bytes.length - this.#at) throw truncated();
    return this.message(nested, this.#at + length);
  }

  #text() {
    const length = this.#varint();
    const start = this.#advance(length);
    return decodeText(this.#bytes.subarray(start, start + length));
  }

  #varint() {
    let result = 0;
    for (let index = 0; index < MAX_VARINT_BYTES; index++) {
      const byte = this.#bytes[this.#advance(1)];
      result += (byte & 0x7f) * 2 ** (7 * index);
      if (byte < 0x80) return result;
    }
    throw new ShaddockError('PROTOCOL', 'A protobuf number does not end');
  }

  /** @param {number} wireType */
  #skip(wireType) {
    if (wireType === WireType.VARINT) this.#varint();
    else if (wireType === WireType.DOUBLE) this.#advance(8);
    else if (wireType === WireType.FLOAT) this.#advance(4);
    else if (wireType === WireType.LENGTH) this.#advance(this.#varint());
    else throw new ShaddockError('PROTOCOL', `Unknown protobuf wire type ${wireType}`);
  }

  /**
   * @param {number} length
   * @returns {number} where those bytes start
   */
  #advance(length) {
    const start = this.#at;
    if (length > this.#bytes.length - start) throw truncated();
    this.#at = start + length;
    return start;
  }
}

function truncated() {
  return new ShaddockError('PROTOCOL', 'A protobuf message ends too early');
}

/** @param {number} value */
function unzigzag(value) {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}
