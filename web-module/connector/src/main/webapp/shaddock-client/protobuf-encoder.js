import { ShaddockError } from './error.js';
import { appendVarint } from './messages.js';
import { messageType, SCALARS, WireType } from './protobuf-types.js';
import { encodeText } from './text.js';

/**
 * @typedef {import('./protobuf-types.js').Protos} Protos
 * @typedef {import('./protobuf-types.js').Definition} Definition
 * @typedef {import('./protobuf-types.js').Field} Field
 */

/**
 * @param {Protos} protos
 * @param {string} route
 * @param {any} body fields that the definition does not know are left out, as Pomelo does
 * @returns {Uint8Array}
 */
export function encodeProto(protos, route, body) {
  return Uint8Array.from(new Encoder(protos).message(protos[route], body, route));
}

class Encoder {
  /** @type {number[]} */
  #target = [];

  /** @param {Protos} protos */
  constructor(protos) {
    this.protos = protos;
  }

  /**
   * @param {Definition} definition
   * @param {any} body
   * @param {string} path names the place in errors: `route.field.field`
   * @returns {number[]} bytes
   */
  message(definition, body, path) {
    if (body === null || typeof body !== 'object') throw unfit(path, 'must be an object');
    for (const [name, field] of Object.entries(definition)) {
      if (name === '__messages' || name === '__tags') continue;
      const value = body[name] ?? undefined;
      if (value !== undefined) this.#field(definition, field, value, `${path}.${name}`);
      else if (field.option === 'required') throw unfit(`${path}.${name}`, 'is required');
    }
    return this.#target;
  }

  /**
   * @param {Definition} definition
   * @param {Field} field
   * @param {any} value
   * @param {string} path
   */
  #field(definition, field, value, path) {
    if (field.option === 'repeated') return this.#repeated(definition, field, value, path);
    this.#tag(field);
    this.#value(definition, field.type, value, path);
  }

  /**
   * @param {Definition} definition
   * @param {Field} field
   * @param {any} values
   * @param {string} path
   */
  #repeated(definition, field, values, path) {
    if (!Array.isArray(values)) throw unfit(path, 'must be an array');
    if (values.length === 0) return;
    const counted = SCALARS.has(field.type);
    if (counted) {
      this.#tag(field);
      appendVarint(this.#target, values.length);
    }
    values.forEach((value, index) => {
      if (!counted) this.#tag(field);
      this.#value(definition, field.type, value, `${path}[${index}]`);
    });
  }

  /** @param {Field} field */
  #tag({ type, tag }) {
    appendVarint(this.#target, tag * 8 + (SCALARS.get(type) ?? WireType.LENGTH));
  }

  /**
   * @param {Definition} definition
   * @param {string} type
   * @param {any} value
   * @param {string} path
   */
  #value(definition, type, value, path) {
    switch (type) {
      case 'uInt32':
        return appendVarint(this.#target, integer(value, 0, 0xffffffff, path));
      case 'int32':
      case 'sInt32':
        return appendVarint(this.#target, zigzag(integer(value, -0x80000000, 0x7fffffff, path)));
      case 'float':
        return this.#bytes(littleEndian(4, (view) => view.setFloat32(0, number(value, path), true)));
      case 'double':
        return this.#bytes(littleEndian(8, (view) => view.setFloat64(0, number(value, path), true)));
      case 'string':
        return this.#block(encodeText(text(value, path)));
    }
    const nested = messageType(this.protos, definition, type);
    if (!nested) throw unfit(path, `has the unsupported type ${type}`);
    this.#block(new Encoder(this.protos).message(nested, value, path));
  }

  /** @param {ArrayLike<number>} bytes */
  #block(bytes) {
    appendVarint(this.#target, bytes.length);
    this.#bytes(bytes);
  }

  /** @param {ArrayLike<number>} bytes */
  #bytes(bytes) {
    for (let index = 0; index < bytes.length; index++) this.#target.push(bytes[index]);
  }
}

/**
 * @param {string} path
 * @param {string} problem
 */
function unfit(path, problem) {
  return new ShaddockError('ENCODING', `${path} ${problem}`);
}

/**
 * @param {any} value
 * @param {string} path
 * @returns {string}
 */
function text(value, path) {
  if (typeof value !== 'string') throw unfit(path, 'must be a string');
  return value;
}

/**
 * @param {any} value
 * @param {string} path
 * @returns {number}
 */
function number(value, path) {
  if (typeof value !== 'number') throw unfit(path, 'must be a number');
  return value;
}

/**
 * @param {any} value a fraction is cut off, as Pomelo does
 * @param {number} min
 * @param {number} max
 * @param {string} path
 */
function integer(value, min, max, path) {
  const whole = Math.trunc(number(value, path));
  if (!(whole >= min && whole <= max)) throw unfit(path, `must be from ${min} to ${max}, not ${value}`);
  return whole;
}

/**
 * @param {number} length
 * @param {(view: DataView) => void} write
 */
function littleEndian(length, write) {
  const bytes = new Uint8Array(length);
  write(new DataView(bytes.buffer));
  return bytes;
}

/** @param {number} value */
function zigzag(value) {
  return value < 0 ? -2 * value - 1 : 2 * value;
}
