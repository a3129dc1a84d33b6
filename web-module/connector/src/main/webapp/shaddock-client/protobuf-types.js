/**
 * Pomelo's protobuf: looks like Google's, but `int32` is zigzag, and a repeated scalar is one tag with the element's
 * own wire type, a count, and then the elements. Definitions come parsed with the handshake.
 *
 * @typedef {{ option: 'required' | 'optional' | 'repeated', type: string, tag: number }} Field
 * @typedef {{ [name: string]: any, __messages?: Record<string, any>, __tags?: Record<string, string> }} Definition
 *   fields by name, nested messages in `__messages`, field names by tag in `__tags`
 * @typedef {Record<string, Definition>} Protos definitions by route; `message X` is shared by all routes
 */

export const WireType = Object.freeze({ VARINT: 0, DOUBLE: 1, LENGTH: 2, FLOAT: 5 });

/** The types that are counted when repeated, with their wire type. All others repeat their tag. */
export const SCALARS = new Map([
  ['uInt32', WireType.VARINT],
  ['sInt32', WireType.VARINT],
  ['int32', WireType.VARINT],
  ['double', WireType.DOUBLE],
  ['float', WireType.FLOAT],
]);

/**
 * @param {Protos} protos
 * @param {Definition} definition looked at first; not those around it
 * @param {string} type
 * @returns {Definition | undefined}
 */
export function messageType(protos, definition, type) {
  return definition.__messages?.[type] ?? protos[`message ${type}`];
}
