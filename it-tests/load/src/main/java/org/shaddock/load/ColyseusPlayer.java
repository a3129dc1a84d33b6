package org.shaddock.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client of Colyseus: it reserves a seat in a room by HTTP, and then speaks MessagePack over the WebSocket. */
final class ColyseusPlayer extends Player {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int JOIN_ROOM = 10;
    private static final int ERROR = 11;
    private static final int ROOM_DATA = 13;
    private static final byte[] ENTERED = "{\"code\":200}".getBytes(StandardCharsets.US_ASCII);

    private String path = "";

    ColyseusPlayer(int number, Target target, Listener listener, Scratch scratch) {
        super(number, target, listener, scratch);
    }

    @Override
    CompletionStage<?> prepare() {
        URI seats = URI.create("http://" + target().host() + ":" + target().port() + "/matchmake/joinOrCreate/scene");
        HttpRequest request = HttpRequest.newBuilder(seats)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"room\":\"arena\",\"uid\":\"" + uid() + "\"}"))
                .build();
        return HTTP.sendAsync(request, BodyHandlers.ofString()).thenAccept(answer -> reserved(answer.body()));
    }

    private void reserved(String seat) {
        path = "/" + field(seat, "processId") + "/" + field(seat, "roomId") + "?sessionId=" + field(seat, "sessionId");
    }

    private static String field(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("The server reserved no seat: " + json);
        }
        return matcher.group(1);
    }

    @Override
    String path() {
        return path;
    }

    /** The seat is in a room already. */
    @Override
    void enter(String room) {
        listener().answered(this, ENTERED, 0, ENTERED.length);
    }

    @Override
    void move(long dueMicros, int x, int y, int d) {
        send(new MessagePack()
                .raw(ROOM_DATA)
                .text("move")
                .map(4)
                .text("t")
                .decimal((double) dueMicros)
                .text("x")
                .number(x)
                .text("y")
                .number(y)
                .text("d")
                .number(d)
                .bytes());
    }

    @Override
    void ask(long dueMicros, String payload) {
        send(new MessagePack()
                .raw(ROOM_DATA)
                .text("echo")
                .map(2)
                .text("t")
                .decimal((double) dueMicros)
                .text("p")
                .text(payload)
                .bytes());
    }

    @Override
    void request(String route, String json) {
        throw new UnsupportedOperationException("Colyseus has no route " + route + ".");
    }

    @Override
    void notification(String route, String json) {
        request(route, json);
    }

    @Override
    void read(Stamp stamp, byte[] bytes, int from, int to) {
        stamp.readMessagePack(bytes, from);
    }

    @Override
    void opened() {}

    @Override
    public void data(byte[] bytes, int from, int to) {
        switch (bytes[from]) {
            case JOIN_ROOM -> {
                send(new byte[] {JOIN_ROOM});
                listener().connected(this);
            }
            case ROOM_DATA -> message(bytes, from + 1, to);
            case ERROR -> ending("refused: " + new String(bytes, from, to - from, StandardCharsets.UTF_8));
            default -> {}
        }
    }

    /** A short text says what it is: the answer's begins with an e. */
    private void message(byte[] bytes, int from, int to) {
        int body = MessagePack.afterText(bytes, from);
        if (bytes[from + 1] == 'e') {
            listener().answered(this, bytes, body, to);
        } else {
            listener().pushed(this, bytes, body, to);
        }
    }
}
