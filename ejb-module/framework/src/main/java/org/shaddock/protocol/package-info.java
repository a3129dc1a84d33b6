/**
 * Pomelo's wire protocol: bytes in, records out, and back. Three layers, each with its own codec:
 * <pre>
 * packet    type 1 | length 3 | body                      PacketCodec     one or more in a WebSocket message
 * message   flag 1 | id 0-5 | route 0, 2 or 1+n | body    MessageCodec    the body of a DATA packet
 * body      JSON text, or Pomelo's protobuf               ProtobufCodec   where a schema names the route
 * </pre>
 * A connection begins with one HANDSHAKE packet each way: {@link org.shaddock.protocol.ClientHandshake} reads the
 * client's, {@link org.shaddock.protocol.ServerHandshake} builds the answer, which carries the
 * {@link org.shaddock.protocol.RouteDictionary} and the {@link org.shaddock.protocol.Protos} when the client has not got
 * them yet.
 *
 * <p>This package knows no JSON library: JSON crosses it as maps, lists, strings and numbers, or as raw bytes. It imports
 * the JDK only. Everything is immutable and may be used by any thread.
 *
 * <p>Bytes of a peer either decode or raise a {@link org.shaddock.protocol.ProtocolException}; no length or count that
 * they announce is believed before it is compared with the bytes that are there. Mistakes on our own side (a schema that
 * contradicts itself, a value that does not fit its field) raise an {@link java.lang.IllegalArgumentException} with a
 * sentence for the developer.
 */
@NullMarked
package org.shaddock.protocol;

import org.jspecify.annotations.NullMarked;
