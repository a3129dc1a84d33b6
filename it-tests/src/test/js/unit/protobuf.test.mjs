/** Pomelo's protobuf: golden bytes, and both ways against Pomelo's own library, of which one side is always theirs. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { decodeProto, encodeProto } from '../support/client-parts.mjs';
import { bytes, hex } from '../support/hex.mjs';

const pomelo = createRequire(import.meta.url)('pomelo-protobuf');

const DEFINITIONS = {
  all: {
    'required string name': 1,
    'optional uInt32 u': 2,
    'optional int32 i': 3,
    'optional sInt32 s': 4,
    'optional float f': 5,
    'optional double d': 16,
    'repeated uInt32 us': 17,
    'repeated int32 is': 18,
    'repeated double ds': 19,
    'repeated string names': 20,
    'message Inner': { 'required int32 n': 1, 'optional string text': 2 },
    'optional Inner one': 21,
    'repeated Inner many': 22,
    'repeated Shared shared': 300,
  },
  small: { 'required string name': 1, 'optional int32 n': 2 },
  'message Shared': { 'required uInt32 id': 1, 'repeated float xs': 2 },
};
const protos = pomelo.parse(DEFINITIONS);
pomelo.init({ encoderProtos: protos, decoderProtos: protos });

const FULL = {
  name: 'shaddock 柚子 🍊',
  u: 4294967295,
  i: -2147483648,
  s: 2147483647,
  f: 1.5,
  d: -1e-300,
  us: [0, 1, 127, 128, 16384, 4294967295],
  is: [0, -1, 1, -64, 64, -2147483648, 2147483647],
  ds: [0.1, -0.25, 1e100],
  names: ['', 'a', '柚子'],
  one: { n: -7, text: 'inner' },
  many: [{ n: 1 }, { n: 2, text: '' }],
  shared: [{ id: 5, xs: [0.5, -2] }, { id: 6 }],
};

describe('protobuf', () => {
  test('should have the golden bytes of Pomelo', () => {
    assert.equal(hex(encodeProto(protos, 'small', { name: 'hi', n: 300 })), '0a02686910d804');
  });

  test('should have the golden bytes of Pomelo with floats, lists and nested messages', () => {
    const position = pomelo.parse({
      onMove: {
        'required uInt32 id': 1,
        'message P': { 'optional float x': 1, 'optional float y': 2 },
        'repeated P path': 2,
        'repeated int32 hp': 3,
        'repeated string names': 4,
        'optional double d': 5,
      },
    });
    const golden =
      '08ac02 120a0d0000c03f1500000040 120a0d000040401500008040 180302 01d804 220161 22026262 290000000000000a40';
    const body = { id: 300, path: [{ x: 1.5, y: 2 }, { x: 3, y: 4 }], hp: [1, -1, 300], names: ['a', 'bb'], d: 3.25 };
    assert.deepEqual(decodeProto(position, 'onMove', bytes(golden)), body);
    assert.equal(hex(encodeProto(position, 'onMove', body)), golden.replaceAll(' ', ''));
  });

  test('should be read by Pomelo as it was written', () => {
    assert.deepEqual(pomelo.decode('all', Buffer.from(encodeProto(protos, 'all', FULL))), FULL);
  });

  test('should read what Pomelo wrote', () => {
    assert.deepEqual(decodeProto(protos, 'all', pomelo.encode('all', FULL)), FULL);
  });

  test('should read fields in any order and from a view into a frame', () => {
    const frame = bytes('ffff 10d804 0a026869');
    assert.deepEqual(decodeProto(protos, 'small', frame.subarray(2)), { name: 'hi', n: 300 });
  });

  test('should leave out fields without a value and fields without a definition', () => {
    assert.equal(hex(encodeProto(protos, 'small', { name: 'hi', n: null, other: 1 })), '0a026869');
    assert.equal(hex(encodeProto(protos, 'all', { name: 'hi', us: [] })), '0a026869');
  });

  test('should cut off fractions of whole numbers', () => {
    assert.deepEqual(decodeProto(protos, 'small', encodeProto(protos, 'small', { name: '', n: -3.9 })), { name: '', n: -3 });
  });

  test('should skip the unknown fields of a newer server', () => {
    const newer = pomelo.parse({
      small: {
        'required string name': 1,
        'optional int32 n': 2,
        'optional uInt32 a': 3,
        'optional double b': 4,
        'optional string c': 5,
        'optional float d': 6,
      },
    });
    const body = { a: 300, b: 1.5, c: 'new', d: 2.5, name: 'hi', n: 1 };
    assert.deepEqual(decodeProto(protos, 'small', encodeProto(newer, 'small', body)), { name: 'hi', n: 1 });
  });

  for (const [what, body, path] of [
    ['a required field is missing', {}, 'all.name is required'],
    ['a nested required field is missing', { name: '', many: [{ n: 1 }, {}] }, 'all.many[1].n is required'],
    ['a whole number is negative', { name: '', u: -1 }, 'all.u must be from 0'],
    ['a whole number is too large', { name: '', i: 2147483648 }, 'all.i must be from -2147483648'],
    ['a whole number is none', { name: '', i: NaN }, 'all.i must be from'],
    ['a number is text', { name: '', d: '1' }, 'all.d must be a number'],
    ['text is a number', { name: 1 }, 'all.name must be a string'],
    ['a list is none', { name: '', us: 1 }, 'all.us must be an array'],
    ['a message is none', { name: '', one: 'x' }, 'all.one must be an object'],
    ['the body is none', null, 'all must be an object'],
  ]) {
    test(`should name the field when ${what}`, () => {
      assert.throws(
        () => encodeProto(protos, 'all', body),
        (error) => error.code === 'ENCODING' && error.message.startsWith(path),
      );
    });
  }

  test('should refuse types that Pomelo names but cannot encode', () => {
    const unsupported = pomelo.parse({ r: { 'required uInt64 n': 1 } });
    assert.throws(() => encodeProto(unsupported, 'r', { n: 1 }), { code: 'ENCODING' });
    assert.throws(() => decodeProto(unsupported, 'r', bytes('0801')), { code: 'PROTOCOL' });
  });

  for (const [what, digits] of [
    ['text longer than the message', '0aff'],
    ['a count of four thousand million elements', '880108ffffffff0f'],
    ['a number that does not end', '10ffffffffffffffffff01'],
    ['half a double', '810100000000'],
    ['a nested message longer than its parent', 'aa01100801'],
    ['a field that crosses the end of its message', 'aa0102 1203616263'],
    ['an unknown wire type', 'fb3f'],
  ]) {
    test(`should refuse ${what}`, () => {
      assert.throws(() => decodeProto(protos, 'all', bytes(digits)), { code: 'PROTOCOL' });
    });
  }

  test('should do nothing but decode or refuse, whatever the bytes are', () => {
    let seed = 20260101;
    const random = () => (seed = (seed * 1103515245 + 12345) % 0x80000000) / 0x80000000;
    const valid = encodeProto(protos, 'all', FULL);
    for (let round = 0; round < 20_000; round++) {
      const mutated = valid.slice(0, Math.floor(random() * (valid.length + 1)));
      for (let hits = random() * 4; hits > 0 && mutated.length > 0; hits--) {
        mutated[Math.floor(random() * mutated.length)] = random() * 256;
      }
      try {
        decodeProto(protos, 'all', mutated);
      } catch (error) {
        assert.equal(error.code, 'PROTOCOL', `${error.stack} for ${hex(mutated)}`);
      }
    }
  });
});
