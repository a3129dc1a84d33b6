package org.shaddock.testing;

import static org.shaddock.testing.Json.json;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.shaddock.api.Session;
import org.shaddock.protocol.Message;
import org.shaddock.protocol.MessageCodec;
import org.shaddock.protocol.PacketCodec;
import org.shaddock.protocol.PacketType;
import org.shaddock.protocol.RouteDictionary;
import org.shaddock.runtime.Framework;
import org.shaddock.session.ClientSession;

/** A client that sends bytes. JSON is written with apostrophes for quotation marks. */
public final class TestClient {

    public static final byte[] ACK = PacketCodec.HANDSHAKE_ACK;
    public static final byte[] HEARTBEAT = PacketCodec.HEARTBEAT;

    private static final MessageCodec MESSAGES = new MessageCodec(RouteDictionary.EMPTY);

    private final Framework framework;
    private final RecordingConnection connection;
    private final ClientSession session;

    TestClient(Framework framework, RecordingConnection connection) {
        this.framework = framework;
        this.connection = connection;
        this.session = framework.connector().connected(framework.frontEnd().seen(connection));
    }

    /** A handshake that any server accepts. */
    public static byte[] handshake() {
        return handshake("{'sys':{'type':'test','version':'1.0'}}");
    }

    public static byte[] handshake(String body) {
        return PacketCodec.encode(PacketType.HANDSHAKE, json(body));
    }

    public static byte[] data(Message message) {
        return PacketCodec.encode(PacketType.DATA, MESSAGES.encode(message));
    }

    public static byte[] data(byte... body) {
        return PacketCodec.encode(PacketType.DATA, body);
    }

    public static byte[] request(int id, String route, String body) {
        return data(Message.request(id, route, json(body)));
    }

    public static byte[] notification(String route, String body) {
        return data(Message.notification(route, json(body)));
    }

    /** Sends packets in one frame. */
    public TestClient send(byte[]... packets) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        for (byte[] packet : packets) {
            frame.writeBytes(packet);
        }
        framework.packets().received(session, frame.toByteArray());
        return this;
    }

    /** What is sent next has waited for the server for so long. */
    public void waited(long millis) {
        framework.packets().waited(session, millis);
    }

    /** Does the handshake and forgets what was sent for it. */
    public TestClient shakeHands() {
        send(handshake(), ACK);
        connection.forget();
        return this;
    }

    /** Sends a request to a handler under the server type {@code test}. */
    public TestClient request(int id, String handler) {
        return send(request(id, "test." + handler, "{}"));
    }

    public void disconnect() {
        framework.connector().disconnected(session, "disconnect");
    }

    /** What the client was sent, as {@link RecordingConnection} writes it. */
    public List<String> log() {
        return connection.log();
    }

    public RecordingConnection connection() {
        return connection;
    }

    /** The session as the connector knows it; {@code null} if it was not let in. */
    public ClientSession session() {
        return session;
    }

    /** The session as a game sees it. */
    public Session view() {
        return framework.connector().view(session);
    }
}
