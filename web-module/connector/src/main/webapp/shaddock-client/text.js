/** UTF-8, and what old Pomelo clients make of it. */

const encoder = new TextEncoder();
const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenientDecoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * @param {string} text
 * @returns {Uint8Array} UTF-8; a lone surrogate becomes U+FFFD
 */
export function encodeText(text) {
  return encoder.encode(text);
}

/**
 * Reads UTF-8, and also CESU-8: Pomelo's browser client writes a character outside the basic plane (an emoji) as two
 * surrogates of three bytes each, and a server may pass such text on.
 *
 * @param {Uint8Array} bytes
 * @returns {string} malformed parts become U+FFFD
 */
export function decodeText(bytes) {
  try {
    return strictDecoder.decode(bytes);
  } catch {
    return lenientDecoder.decode(joinSurrogates(bytes));
  }
}

/**
 * @param {Uint8Array} bytes
 * @returns {Uint8Array} the same text with every six-byte surrogate pair replaced by its four bytes of UTF-8
 */
function joinSurrogates(bytes) {
  const joined = new Uint8Array(bytes.length);
  let end = 0;
  for (let at = 0; at < bytes.length; ) {
    if (isSurrogatePair(bytes, at)) {
      const high = ((bytes[at + 1] & 0x0f) << 6) | (bytes[at + 2] & 0x3f);
      const low = ((bytes[at + 4] & 0x0f) << 6) | (bytes[at + 5] & 0x3f);
      const four = encodeText(String.fromCodePoint(0x10000 + (high << 10) + low));
      joined.set(four, end);
      end += four.length;
      at += 6;
    } else {
      joined[end++] = bytes[at++];
    }
  }
  return joined.subarray(0, end);
}

/**
 * @param {Uint8Array} bytes
 * @param {number} at
 */
function isSurrogatePair(bytes, at) {
  return (
    bytes[at] === 0xed &&
    bytes[at + 1] >> 4 === 0xa &&
    bytes[at + 2] >> 6 === 0b10 &&
    bytes[at + 3] === 0xed &&
    bytes[at + 4] >> 4 === 0xb &&
    bytes[at + 5] >> 6 === 0b10
  );
}
