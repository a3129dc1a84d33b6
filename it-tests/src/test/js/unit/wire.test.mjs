/** Packages, messages and text: golden bytes captured from Pomelo 2.2.7, and malformed input. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Codec, decodeMessage, decodePackages, decodeText, encodePackage, encodeText } from '../support/client-parts.mjs';
import { bytes, hex } from '../support/hex.mjs';

const REQUEST = 0;
const NOTIFY = 1;

function codecWith(sys = {}) {
  const codec = new Codec();
  codec.adopt(sys);
  return codec;
}

function received(codec, digits) {
  const [{ body }] = decodePackages(bytes(digits));
  const message = decodeMessage(body);
  return { ...message, body: codec.decodeBody(codec.routeName(message.route), message.body) };
}

describe('a package', () => {
  test('should carry a request by name', () => {
    const message = codecWith().encode(REQUEST, 1, 'connector.entryHandler.entry', { x: 1 });
    assert.equal(
      hex(encodePackage(4, message)),
      '0400002600011c636f6e6e6563746f722e656e74727948616e646c65722e656e7472797b2278223a317d',
    );
  });

  test('should carry a request by code with an id of two bytes', () => {
    const codec = codecWith({ useDict: true, dict: { 'a.b.c': 2 } });
    assert.equal(hex(encodePackage(4, codec.encode(REQUEST, 128, 'a.b.c', { y: 2 }))), '0400000c01800100027b2279223a327d');
  });

  test('should carry a notify without an id', () => {
    assert.equal(hex(codecWith().encode(NOTIFY, 0, 'a', {})), '0201617b7d');
  });

  test('should have a length of three bytes', () => {
    const encoded = encodePackage(4, new Uint8Array(0x012345));
    assert.equal(hex(encoded.subarray(0, 4)), '04012345');
    assert.equal(decodePackages(encoded)[0].body.length, 0x012345);
  });

  test('should be refused when its body is longer than the length can say', () => {
    assert.throws(() => encodePackage(4, new Uint8Array(0x1000000)), { code: 'ENCODING' });
  });

  test('should be read when several share a frame', () => {
    const packages = decodePackages(bytes('03000000 04000004 04047b7d 03000000'));
    assert.deepEqual(
      packages.map(({ type, body }) => [type, hex(body)]),
      [[3, ''], [4, '04047b7d'], [3, '']],
    );
  });

  for (const [what, digits] of [
    ['an unknown type', '09000000'],
    ['type 0', '00000000'],
    ['a head that ends early', '030000'],
    ['a length beyond the frame', '0400000504047b7d'],
  ]) {
    test(`should be refused with ${what}`, () => {
      assert.throws(() => decodePackages(bytes(digits)), { code: 'PROTOCOL' });
    });
  }
});

describe('a message', () => {
  test('should be read as an answer', () => {
    const { id, type } = decodeMessage(bytes('0402 7b22636f6465223a3530307d'));
    assert.deepEqual([type, id], [2, 2]);
  });

  test('should be read as a push by name', () => {
    const { route, body } = received(codecWith(), '04000010 0607 6f6e506c61696e 7b2261223a317d');
    assert.deepEqual([route, body], ['onPlain', { a: 1 }]);
  });

  test('should be read as a push by code with a protobuf body', () => {
    const codec = codecWith({
      useDict: true,
      dict: { onArticle: 11 },
      useProto: true,
      protos: {
        client: {},
        server: {
          onArticle: {
            content: { option: 'required', type: 'string', tag: 1 },
            topic: { option: 'optional', type: 'string', tag: 2 },
            id: { option: 'optional', type: 'int32', tag: 3 },
            __tags: { 1: 'content', 2: 'topic', 3: 'id' },
          },
        },
      },
    });
    const { body } = received(codec, '0400000e 07000b 0a0463e4b8ad 120174 1853');
    assert.deepEqual(body, { content: 'c中', topic: 't', id: -42 });
  });

  test('should carry a route of up to 255 bytes', () => {
    const codec = codecWith();
    assert.equal(codec.encode(NOTIFY, 0, 'r'.repeat(255), {})[1], 255);
    for (const route of ['r'.repeat(256), '中'.repeat(86), '']) {
      assert.throws(() => codec.encode(NOTIFY, 0, route, {}), { code: 'ENCODING' });
    }
  });

  test('should keep ids up to 31 bits', () => {
    const message = codecWith().encode(REQUEST, 0x7fffffff, 'a', {});
    assert.equal(decodeMessage(message).id, 0x7fffffff);
  });

  test('should be refused when its body has no JSON form', () => {
    assert.throws(() => codecWith().encode(REQUEST, 1, 'a', () => {}), { code: 'ENCODING' });
  });

  for (const [what, digits] of [
    ['no byte at all', ''],
    ['the gzip bit', '1601617b7d'],
    ['type 4', '0801617b7d'],
    ['an id that does not end', '0480'],
    ['an id of six bytes', '048080808080017b7d'],
    ['a route that ends early', '06056162'],
    ['a code that ends early', '0700'],
    ['no route', '06'],
  ]) {
    test(`should be refused with ${what}`, () => {
      assert.throws(() => decodeMessage(bytes(digits)), { code: 'PROTOCOL' });
    });
  }

  test('should be refused when its code is in no dictionary', () => {
    assert.throws(() => codecWith().routeName(7), { code: 'PROTOCOL' });
  });

  test('should be refused when its body is empty or broken JSON', () => {
    for (const body of ['', '{"a":']) {
      assert.throws(() => codecWith().decodeBody('onX', encodeText(body)), { code: 'PROTOCOL' });
    }
  });
});

describe('a codec', () => {
  const dict = { 'a.b.c': 1 };
  const sys = { useDict: true, dict, dictVersion: 'd1', useProto: true, protos: { client: {}, server: {}, version: 'p1' } };

  test('should say in the next handshake what it has', () => {
    assert.deepEqual(codecWith().versions(), { dictVersion: undefined, protoVersion: undefined });
    assert.deepEqual(codecWith(sys).versions(), { dictVersion: 'd1', protoVersion: 'p1' });
  });

  test('should keep what a later handshake leaves out as unchanged', () => {
    const codec = codecWith(sys);
    codec.adopt({ useDict: true, useProto: true });
    assert.equal(codec.encode(NOTIFY, 0, 'a.b.c', {})[0], 0x03);
    assert.deepEqual(codec.versions(), { dictVersion: 'd1', protoVersion: 'p1' });
  });

  test('should forget what another server does not use', () => {
    const codec = codecWith(sys);
    codec.adopt({});
    assert.equal(codec.encode(NOTIFY, 0, 'a.b.c', {})[0], 0x02);
    assert.deepEqual(codec.versions(), { dictVersion: undefined, protoVersion: undefined });
  });

  test('should not mistake a name that every object has for a definition', () => {
    assert.equal(hex(codecWith(sys).encode(NOTIFY, 0, 'toString', {})), `0208${hex(encodeText('toString'))}7b7d`);
  });
});

describe('text', () => {
  test('should be UTF-8 both ways', () => {
    assert.equal(hex(encodeText('c中🍊')), '63e4b8adf09f8d8a');
    assert.equal(decodeText(bytes('63e4b8adf09f8d8a')), 'c中🍊');
  });

  test('should be read when an old client wrote an emoji as two surrogates', () => {
    assert.equal(decodeText(bytes('41 eda0bcedbd8a 42 f09f8d8a')), 'A🍊B🍊');
  });

  test('should keep a byte order mark', () => {
    assert.equal(decodeText(bytes('efbbbf41')), '\ufeffA');
  });

  for (const [what, digits] of [
    ['a stray byte', '41ff42'],
    ['half a character', '41e4b8'],
    ['a lone surrogate', 'eda0bc41'],
    ['a pair cut short', 'eda0bcedbd'],
  ]) {
    test(`should replace ${what}`, () => {
      assert.match(decodeText(bytes(digits)), /\ufffd/);
    });
  }
});
