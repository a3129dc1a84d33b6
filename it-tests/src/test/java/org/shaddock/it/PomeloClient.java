package org.shaddock.it;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.shaddock.protocol.Message;
import org.shaddock.protocol.MessageCodec;
import org.shaddock.protocol.Packet;
import org.shaddock.protocol.PacketCodec;
import org.shaddock.protocol.PacketType;
import org.shaddock.protocol.RouteDictionary;

/**
 * A well-behaved Pomelo client for tests: handshake, dictionary, heartbeats, requests, notifies, pushes, kicks. Bodies
 * are JSON.
 */
public final class PomeloClient implements AutoCloseable {

    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Map<String, Object> HANDSHAKE = Map.of("sys", Map.of("type", "test", "version", "1"));
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "client-heartbeats");
        thread.setDaemon(true);
        return thread;
    });

    private final PacketCodec packets = new PacketCodec(PacketCodec.MAX_BODY_BYTES);
    private final AtomicLong lastId = new AtomicLong();
    private final Map<Long, CompletableFuture<Map<String, Object>>> waiting = new ConcurrentHashMap<>();
    private final Map<String, BlockingQueue<Map<String, Object>>> pushes = new ConcurrentHashMap<>();
    private final CompletableFuture<Map<String, Object>> welcome = new CompletableFuture<>();
    private final CompletableFuture<Closing> closed = new CompletableFuture<>();
    private final CompletableFuture<String> kicked = new CompletableFuture<>();
    private volatile MessageCodec messages = new MessageCodec(RouteDictionary.EMPTY);
    private volatile long heartbeatSeconds;
    private volatile @Nullable WebSocket socket;
    private CompletionStage<?> lastSend = CompletableFuture.completedFuture(null);

    private static final int CLOSED_ABNORMALLY = 1006;

    private PomeloClient() {}

    /** Connects and takes part in the handshake up to its acknowledgement. */
    public static PomeloClient connect(URI server) {
        return connect(server, HANDSHAKE);
    }

    /** Connects with a handshake of one's own; {@link #welcome()} tells the answer. */
    public static PomeloClient connect(URI server, Map<String, Object> handshake) {
        return connect(server, handshake, HTTP);
    }

    /** Connects by TLS. */
    public static PomeloClient connect(URI server, SSLContext trust) {
        return connect(
                server, HANDSHAKE, HttpClient.newBuilder().sslContext(trust).build());
    }

    private static PomeloClient connect(URI server, Map<String, Object> handshake, HttpClient http) {
        PomeloClient client = new PomeloClient();
        String scheme = "https".equals(server.getScheme()) ? "wss" : "ws";
        client.socket = await(http.newWebSocketBuilder()
                .connectTimeout(PATIENCE)
                .buildAsync(URI.create(scheme + "://" + server.getAuthority() + "/"), client.new Listener()));
        client.send(PacketType.HANDSHAKE, Json.bytes(handshake));
        Map<String, Object> answer = await(client.welcome);
        if (Long.valueOf(200).equals(answer.get("code"))) {
            client.learn(answer);
            client.send(PacketType.HANDSHAKE_ACK, new byte[0]);
        }
        return client;
    }

    /** The server's answer to the handshake. */
    public Map<String, Object> welcome() {
        return await(welcome);
    }

    public CompletableFuture<Map<String, Object>> request(String route, Object body) {
        long id = lastId.incrementAndGet();
        CompletableFuture<Map<String, Object>> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        send(PacketType.DATA, messages.encode(Message.request(id, route, Json.bytes(body))));
        return answer.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Sends a request and waits for its answer. */
    public Map<String, Object> ask(String route, Object body) {
        return await(request(route, body));
    }

    public void notify(String route, Object body) {
        send(PacketType.DATA, messages.encode(Message.notification(route, Json.bytes(body))));
    }

    /** The next push of this route, or a failure if there is none in time. */
    public Map<String, Object> push(String route) {
        Map<String, Object> push = push(route, PATIENCE);
        if (push == null) {
            throw new AssertionError("No push " + route + " came within " + PATIENCE + "; there are " + pushes + ".");
        }
        return push;
    }

    /** The next push of this route, or {@code null} if none comes within that time. */
    @Nullable
    public Map<String, Object> push(String route, Duration patience) {
        try {
            return pushes(route).poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError("Nobody interrupts tests.", e);
        }
    }

    /** The pushes of this route that wait to be looked at. */
    public BlockingQueue<Map<String, Object>> pushes(String route) {
        return pushes.computeIfAbsent(route, name -> new LinkedBlockingQueue<>());
    }

    /** How the server closed the connection. */
    public Closing closed() {
        return await(closed);
    }

    public boolean isOpen() {
        return !closed.isDone();
    }

    /** The reason of the kick. */
    public String kicked() {
        return await(kicked);
    }

    public boolean isKicked() {
        return kicked.isDone();
    }

    /** Closes in order and waits until the server has closed, too. */
    @Override
    public void close() {
        if (isOpen()) {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
            closed();
        }
    }

    /** Goes without a word. */
    public void vanish() {
        socket.abort();
        ended(new Closing(CLOSED_ABNORMALLY, ""));
    }

    /** Nobody is to wait for answers that cannot come any more. */
    private void ended(Closing how) {
        closed.complete(how);
        waiting.values().forEach(answer -> answer.completeExceptionally(new IllegalStateException("closed: " + how)));
    }

    public static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture()
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private synchronized void send(PacketType type, byte[] body) {
        ByteBuffer frame = ByteBuffer.wrap(PacketCodec.encode(type, body));
        lastSend = lastSend.thenCompose(sent -> socket.sendBinary(frame, true));
    }

    private void learn(Map<String, Object> answer) {
        Map<?, ?> sys = (Map<?, ?>) answer.get("sys");
        if (sys.get("codeToRoute") instanceof Map<?, ?> routes) {
            List<String> byCode = routes.keySet().stream()
                    .map(String::valueOf)
                    .sorted(Comparator.comparingInt(Integer::parseInt))
                    .map(code -> String.valueOf(routes.get(code)))
                    .toList();
            messages = new MessageCodec(RouteDictionary.of(List.of(), byCode));
        }
        heartbeatSeconds = sys.get("heartbeat") instanceof Long seconds ? seconds : 0;
    }

    private void received(Packet packet) {
        switch (packet.type()) {
            case HANDSHAKE -> welcome.complete(Json.object(packet.body()));
            case HEARTBEAT -> CLOCK.schedule(this::heartbeat, heartbeatSeconds, TimeUnit.SECONDS);
            case DATA -> received(messages.decode(packet.body()));
            case KICK ->
                kicked.complete(String.valueOf(Json.object(packet.body()).get("reason")));
            case HANDSHAKE_ACK -> throw new AssertionError("A server does not acknowledge.");
        }
    }

    private void heartbeat() {
        if (isOpen()) {
            send(PacketType.HEARTBEAT, new byte[0]);
        }
    }

    private void received(Message message) {
        switch (message.type()) {
            case RESPONSE -> waiting.remove(message.id()).complete(Json.object(message.body()));
            case PUSH -> pushes(message.route()).add(Json.object(message.body()));
            case REQUEST, NOTIFY -> throw new AssertionError("A server does not ask.");
        }
    }

    /**
     * How a connection was closed.
     *
     * @param code of the close frame; 1006 if there was none
     * @param reason of the close frame
     */
    public record Closing(int code, String reason) {}

    /** Puts frames together and keeps the demand up. */
    private final class Listener implements WebSocket.Listener {

        private final ByteArrayOutputStream frame = new ByteArrayOutputStream();

        @Override
        public CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
            byte[] part = new byte[data.remaining()];
            data.get(part);
            frame.writeBytes(part);
            if (last) {
                packets.decode(frame.toByteArray()).forEach(PomeloClient.this::received);
                frame.reset();
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
            ended(new Closing(code, reason));
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            ended(new Closing(CLOSED_ABNORMALLY, String.valueOf(error)));
        }
    }
}
