package org.shaddock.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shaddock.protocol.Message;
import org.shaddock.protocol.MessageCodec;
import org.shaddock.protocol.PacketCodec;
import org.shaddock.protocol.PacketType;
import org.shaddock.protocol.RouteDictionary;

/** Everything wrong that a client can send, sorted by what becomes of it. */
final class MalformedInputs {

    private static final int MAX_FRAME_BYTES = 64 * 1024;
    private static final int PROTOCOL_ERROR = 1002;
    private static final int NOT_UTF8 = 1007;
    private static final int TOO_BIG = 1009;
    private static final String ENTER = Guest.ENTER;
    private static final String MOVE = "proto.protoHandler.move";

    private MalformedInputs() {}

    /** Broken packets; they end the connection in whatever state it is. */
    static Stream<Ending> brokenPackets() {
        return Stream.of(
                frame("no bytes at all", ""),
                frame("a header cut short", "010000"),
                frame("packet type 0", "00000000"),
                frame("packet type 6", "06000000"),
                frame("packet type 255", "ff000000"),
                frame("a kick", "05000002 7b7d"),
                frame("a body cut short", "01000010 7b7d"),
                frame("a length too small for the body", "01000002 7b7d ffff"),
                frame("a length of 16 MiB", "01ffffff 7b7d"),
                new Ending(
                        "text that is no packet",
                        PROTOCOL_ERROR,
                        client -> client.frame(RawClient.TEXT, utf8("hello"))),
                new Ending(
                        "text in a wrong encoding",
                        NOT_UTF8,
                        client -> client.frame(RawClient.TEXT, hex("04000002 c328"))));
    }

    /** Broken WebSocket frames. */
    static Stream<Ending> brokenFrames() {
        return Stream.of(
                raw("a reserved opcode", 0x83, "00"),
                raw("a reserved bit", 0xC2, "03000000"),
                raw("a fragmented ping", RawClient.PING, "00"),
                raw("a ping of 126 bytes", 0x80 | RawClient.PING, "00".repeat(126)),
                raw("a continuation of nothing", 0x80, "00"),
                new Ending("a new message inside another", PROTOCOL_ERROR, client -> {
                    client.fragment(RawClient.BINARY, hex("0300"));
                    client.frame(RawClient.BINARY, hex("03000000"));
                }),
                raw("a close code that is not to be sent", 0x88, "03ed"),
                raw("half a close code", 0x88, "03"),
                new Ending("half a frame and then nothing", RawClient.Ending.DROPPED, client -> {
                    client.bytes(hex("82fe"));
                    client.socket().shutdownOutput();
                }));
    }

    /** Frames longer than the configured 64 KiB. */
    static Stream<Ending> oversizedFrames() {
        return Stream.of(
                new Ending("one byte too long", TOO_BIG, client -> client.frame(RawClient.BINARY, zeros(1))),
                new Ending("twice as long and more", TOO_BIG, client -> client.frame(RawClient.BINARY, zeros(80_000))),
                new Ending(
                        "a text too long",
                        TOO_BIG,
                        client -> client.frame(RawClient.TEXT, utf8("a".repeat(MAX_FRAME_BYTES + 1)))),
                new Ending("1 GiB announced, 200 KiB sent", TOO_BIG, client -> {
                    client.bytes(RawClient.header(0x82, 1 << 30));
                    client.bytes(new byte[200 * 1024]);
                }),
                new Ending("2^63-1 bytes announced, 200 KiB sent", TOO_BIG, client -> {
                    client.bytes(RawClient.header(0x82, Long.MAX_VALUE));
                    client.bytes(new byte[200 * 1024]);
                }),
                new Ending("five fragments of 16 KiB", TOO_BIG, client -> {
                    client.fragment(RawClient.BINARY, new byte[16 * 1024]);
                    for (int i = 0; i < 4; i++) {
                        client.fragment(RawClient.CONTINUATION, new byte[16 * 1024]);
                    }
                }));
    }

    /** Data packets that hold no message a client may send; they end a working connection. */
    static Stream<Ending> brokenMessages() {
        Stream<Ending> flags = Stream.of("08", "0a", "0c", "0e", "10", "20", "40", "80", "ff")
                .map(flag -> data("flag " + flag, flag + "01 01 61 7b7d"));
        return Stream.concat(
                flags,
                Stream.of(
                        data("no message", ""),
                        data("a compressed body", "10 01 01 61 1f8b08"),
                        data("a response", "04 01 7b7d"),
                        data("a push", "06 01 61 7b7d"),
                        data("an id of ten bytes", "00 ffffffffffffffffff01 01 61 7b7d"),
                        data("an id cut short", "00 ff"),
                        data("an id above 2^32-1", "00 ffffffff7f 01 61 7b7d"),
                        data("a route cut short", "00 01 ff 6162"),
                        data("a route's code cut short", "01 01 00")));
    }

    /** First packets that are no proper handshake: answered 500. */
    static Stream<Body> brokenHandshakes() {
        return Stream.of("", "{", "{\"sys\":", "{}", "[]", "null", "5", "\"x\"", "{\"sys\":5}", "\u0000\u0001")
                .map(text -> new Body("handshake " + text, utf8(text)))
                .flatMap(body -> Stream.concat(Stream.of(body), deepHandshakes()))
                .distinct();
    }

    private static Stream<Body> deepHandshakes() {
        return Stream.of(
                new Body("handshake not in UTF-8", hex("fffefd")),
                new Body("handshake 30,000 lists deep", utf8("{\"sys\":{},\"user\":" + nested("[", "]", 30_000) + "}")),
                new Body("handshake with 60,000 lists open", utf8("{\"sys\":{},\"user\":" + "[".repeat(60_000))),
                new Body(
                        "handshake 10,000 objects deep",
                        utf8("{\"sys\":{},\"user\":" + nested("{\"a\":", "}", 10_000) + "}")));
    }

    /** Requests to what is not there: answered 500. */
    static Stream<Body> unknownRoutes() {
        Stream<Body> spelt = Stream.of(
                        "",
                        "a",
                        "a.b",
                        "a.b.c.d",
                        "...",
                        "chat.chatHandler.nope",
                        "chat.nope.send",
                        "nope.chatHandler.send",
                        "chat.chatHandler.constructor",
                        "chat.chatHandler.toString",
                        "chat.chatHandler.__proto__",
                        "onChat",
                        "中.中.中",
                        "x".repeat(255))
                .map(route -> request(route, "{}"));
        return Stream.concat(
                spelt,
                Stream.of(
                        new Body("code 0", hex("01 01 0000 7b7d")),
                        new Body("code 9999", hex("01 01 270f 7b7d")),
                        new Body("route not in UTF-8", hex("00 01 02 c328 7b7d"))));
    }

    /** Requests whose JSON body cannot be used: answered 1400. */
    static Stream<Body> brokenJson() {
        Stream<Body> texts = Stream.of(
                        "{",
                        "[]",
                        "null",
                        "5",
                        "\"x\"",
                        "nul",
                        "",
                        "{}",
                        "{\"username\":}",
                        "{\"username\":\"a\",}",
                        "{\"username\":{},\"rid\":\"r\"}",
                        "{\"username\":[1],\"rid\":\"r\"}",
                        "{\"username\":" + "[".repeat(50_000),
                        "[".repeat(60_000),
                        "{" + String.join(",", keysOfOneHash()) + "}",
                        "{\"username\":" + nested("{\"a\":", "}", 9_000) + ",\"rid\":\"r\"}")
                .map(text -> request(ENTER, text));
        return Stream.concat(texts, Stream.of(request(ENTER, new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1})));
    }

    /** As many members as fit into a frame, with names of one hash: "Aa" and "BB" have the same, and so has what is made of them. */
    private static List<String> keysOfOneHash() {
        return IntStream.range(0, 1 << 11)
                .mapToObj(bits -> IntStream.range(0, 11)
                        .mapToObj(bit -> (bits >> bit & 1) == 0 ? "Aa" : "BB")
                        .collect(Collectors.joining("", "\"", "\":0")))
                .toList();
    }

    /** Requests whose Protobuf body does not fit its schema: answered 1400. */
    static Stream<Body> brokenProtobuf() {
        return Stream.of(
                        "",
                        "7b7d",
                        "7b2278223a317d",
                        "0a0268",
                        "08",
                        "08ffffffffffffffffff01",
                        "1202",
                        "12ff01 61",
                        "12ffffffff0f 61",
                        "0802 1a",
                        "0802 19ff01 0000",
                        "0802 19ffffffff0f",
                        "0802 22ff01",
                        "0802 2202 0a05",
                        "0802 2203 0a0108",
                        "0802 7f",
                        "0802 3e")
                .map(bytes -> request(MOVE, hex(bytes)));
    }

    /** Packets at the wrong time and messages that want no answer: nothing happens. */
    static Stream<Body> ignored() {
        return Stream.of(
                new Body("notify to an unknown route", hex("02 01 61 7b7d")),
                new Body("notify with a broken body", message(Message.notification(ENTER, utf8("{")))),
                new Body("request with id 0", hex("00 00 01 61 7b7d")));
    }

    /** All that ends a connection, with what it takes to be in the state for it. */
    static List<Ending> endings() {
        return Stream.of(brokenPackets(), brokenFrames(), oversizedFrames(), brokenMessages())
                .flatMap(endings -> endings)
                .toList();
    }

    /** All messages that are answered by an error. */
    static List<Body> answered() {
        return Stream.of(unknownRoutes(), brokenJson(), brokenProtobuf())
                .flatMap(bodies -> bodies)
                .toList();
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Ending frame(String name, String bytes) {
        return new Ending(name, PROTOCOL_ERROR, client -> client.frame(RawClient.BINARY, hex(bytes)));
    }

    private static Ending raw(String name, int first, String payload) {
        return new Ending(name, PROTOCOL_ERROR, client -> client.bytes(RawClient.frameBytes(first, hex(payload))));
    }

    private static Ending data(String name, String body) {
        return new Ending(name, PROTOCOL_ERROR, client -> client.send(PacketType.DATA, hex(body)));
    }

    private static Body request(String route, String body) {
        return request(route, utf8(body));
    }

    private static Body request(String route, byte[] body) {
        return new Body(
                route + " " + new String(body, StandardCharsets.UTF_8), message(Message.request(1, route, body)));
    }

    private static byte[] message(Message message) {
        return new MessageCodec(RouteDictionary.EMPTY).encode(message);
    }

    private static String nested(String open, String close, int depth) {
        return open.repeat(depth) + (open.endsWith(":") ? "1" : "") + close.repeat(depth);
    }

    /** A data packet of zeros this much too long for one frame. */
    private static byte[] zeros(int excess) {
        return PacketCodec.encode(PacketType.DATA, new byte[MAX_FRAME_BYTES - 4 + excess]);
    }

    /**
     * What ends the connection.
     *
     * @param name what is wrong with it
     * @param code the close code it deserves
     * @param act sends it
     */
    record Ending(String name, int code, Act act) {

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * What a packet carries.
     *
     * @param name what is wrong with it
     * @param bytes the packet's body
     */
    record Body(String name, byte[] bytes) {

        @Override
        public String toString() {
            return name.substring(0, Math.min(60, name.length()));
        }
    }

    /** What a bad client does. */
    interface Act {

        void on(RawClient client) throws IOException;
    }
}
