package org.shaddock.it;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A collector of traces, such as operators have: takes spans by OTLP, in Protobuf over HTTP. */
final class Traces implements AutoCloseable {

    private static final int RESOURCE_SPANS = 1;
    private static final int SCOPE_SPANS = 2;
    private static final int SPANS = 2;
    private static final int TRACE_ID = 1;
    private static final int SPAN_ID = 2;
    private static final int PARENT_ID = 4;
    private static final int NAME = 5;

    private final HttpServer server;
    private final List<Span> spans = new CopyOnWriteArrayList<>();

    private Traces(HttpServer server) {
        this.server = server;
    }

    static Traces listen() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Traces traces = new Traces(server);
            server.createContext("/v1/traces", exchange -> {
                traces.take(exchange.getRequestBody().readAllBytes());
                exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
            return traces;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The first span of a name; waits for it. */
    Span first(String name) {
        return first(name, "");
    }

    /** The first span of a name below another; waits for it. */
    Span below(String name, Span parent) {
        return first(name, parent.id());
    }

    private Span first(String name, String parent) {
        return Eventually.get(
                "a span " + name + " below " + parent, java.time.Duration.ofSeconds(20), () -> spans.stream()
                        .filter(span ->
                                span.name().equals(name) && span.parent().equals(parent))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("Only these: " + spans)));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(byte[] request) {
        new Message(request)
                .each(
                        RESOURCE_SPANS,
                        resource -> resource.each(
                                SCOPE_SPANS,
                                scope -> scope.each(
                                        SPANS,
                                        span -> spans.add(new Span(
                                                span.text(NAME),
                                                span.hex(TRACE_ID),
                                                span.hex(SPAN_ID),
                                                span.hex(PARENT_ID))))));
    }

    /**
     * A span.
     *
     * @param parent the id of the one above, or {@code ""}
     */
    record Span(String name, String trace, String id, String parent) {}

    /** A message of Protobuf, as far as it is needed here: its fields that have a length. */
    private record Message(byte[] bytes) {

        private static final int LENGTH_DELIMITED = 2;
        private static final int VARINT = 0;
        private static final int FIXED64 = 1;

        String text(int field) {
            String[] text = {""};
            each(field, value -> text[0] = new String(value.bytes, StandardCharsets.UTF_8));
            return text[0];
        }

        String hex(int field) {
            String[] hex = {""};
            each(field, value -> hex[0] = HexFormat.of().formatHex(value.bytes));
            return hex[0];
        }

        void each(int field, java.util.function.Consumer<Message> what) {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            while (in.hasRemaining()) {
                int tag = (int) varint(in);
                switch (tag & 7) {
                    case VARINT -> varint(in);
                    case FIXED64 -> in.getLong();
                    case LENGTH_DELIMITED -> {
                        byte[] value = new byte[(int) varint(in)];
                        in.get(value);
                        if (tag >>> 3 == field) {
                            what.accept(new Message(value));
                        }
                    }
                    default -> in.getInt();
                }
            }
        }

        private static long varint(ByteBuffer in) {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = in.get();
                value |= (long) (next & 0x7f) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        }
    }
}
