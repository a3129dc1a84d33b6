package org.shaddock.it;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.shaddock.protocol.Message;
import org.shaddock.protocol.MessageCodec;
import org.shaddock.protocol.Packet;
import org.shaddock.protocol.PacketCodec;
import org.shaddock.protocol.PacketType;
import org.shaddock.protocol.RouteDictionary;

/**
 * A WebSocket client on a plain socket (RFC 6455), for everything a decent client never does: frames that are broken,
 * oversized or cut short, and not reading what comes.
 */
final class RawClient implements AutoCloseable {

    static final int CONTINUATION = 0x0;
    static final int TEXT = 0x1;
    static final int BINARY = 0x2;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;
    static final int PONG = 0xA;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final byte[] HANDSHAKE =
            "{\"sys\":{\"type\":\"raw\",\"version\":\"1\"}}".getBytes(StandardCharsets.UTF_8);

    private final Socket socket;
    private final OutputStream out;
    private final DataInputStream in;
    private final int status;

    private RawClient(Socket socket, URI server, List<String> headers) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.in = new DataInputStream(socket.getInputStream());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        upgrade(server, headers);
        status = response();
    }

    /** Connects and asks for the upgrade, which {@link #status()} tells the answer of. */
    static RawClient connect(URI server, String... headers) throws IOException {
        return new RawClient(new Socket(server.getHost(), server.getPort()), server, List.of(headers));
    }

    /** A client whose operating system takes hardly more than {@code receiveBytes} that are not read. */
    static RawClient connectNarrow(URI server, int receiveBytes) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(receiveBytes);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        return new RawClient(socket, server, List.of());
    }

    /** Connects, and goes through the handshake with its acknowledgement. */
    static RawClient working(URI server) throws IOException {
        RawClient client = connect(server);
        client.shakeHands();
        return client;
    }

    void shakeHands() throws IOException {
        send(PacketType.HANDSHAKE, HANDSHAKE);
        expect(PacketType.HANDSHAKE);
        send(PacketType.HANDSHAKE_ACK, new byte[0]);
    }

    /** The HTTP status of the upgrade; 101 for a WebSocket. */
    int status() {
        return status;
    }

    /** Sends one packet in one frame. */
    void send(PacketType type, byte[] body) throws IOException {
        frame(BINARY, PacketCodec.encode(type, body));
    }

    /** Sends a handshake and returns the text of its answer. */
    String welcome(byte[] handshake) throws IOException {
        send(PacketType.HANDSHAKE, handshake);
        return new String(expect(PacketType.HANDSHAKE).body(), StandardCharsets.UTF_8);
    }

    /** Sends a request without a body and returns the text of its answer. */
    String ask(String route) throws IOException {
        MessageCodec messages = new MessageCodec(RouteDictionary.EMPTY);
        send(PacketType.DATA, messages.encode(Message.request(1, route, "{}".getBytes(StandardCharsets.UTF_8))));
        return new String(messages.decode(expect(PacketType.DATA).body()).body(), StandardCharsets.UTF_8);
    }

    /** Sends one whole frame. */
    void frame(int opcode, byte[] payload) throws IOException {
        bytes(frameBytes(FINAL | opcode, payload));
    }

    /** Sends a frame with more of the same message to come. */
    void fragment(int opcode, byte[] payload) throws IOException {
        bytes(frameBytes(opcode, payload));
    }

    void bytes(byte[] raw) throws IOException {
        out.write(raw);
        out.flush();
    }

    /** A masked frame; the first byte is as it is to be. */
    static byte[] frameBytes(int first, byte[] payload) {
        byte[] header = header(first, payload.length);
        byte[] frame = new byte[header.length + payload.length];
        System.arraycopy(header, 0, frame, 0, header.length);
        for (int i = 0; i < payload.length; i++) {
            frame[header.length + i] = (byte) (payload[i] ^ header[header.length - 4 + i % 4]);
        }
        return frame;
    }

    /** The header of a masked frame that announces so many bytes. */
    static byte[] header(int first, long length) {
        ByteBuffer header = ByteBuffer.allocate(14).put((byte) first);
        if (length < 126) {
            header.put((byte) (MASKED | length));
        } else if (length <= 0xFFFF) {
            header.put((byte) (MASKED | 126)).putShort((short) length);
        } else {
            header.put((byte) (MASKED | 127)).putLong(length);
        }
        header.putInt(0x1234_5678);
        byte[] bytes = new byte[header.position()];
        header.flip().get(bytes);
        return bytes;
    }

    /** The next frame of any kind. */
    Frame read() throws IOException {
        int opcode = in.readUnsignedByte() & 0x0F;
        int length = in.readUnsignedByte();
        long size = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
        byte[] payload = new byte[Math.toIntExact(size)];
        in.readFully(payload);
        return new Frame(opcode, payload);
    }

    /** The next packet of this type; heartbeats before it are passed over. */
    Packet expect(PacketType type) throws IOException {
        while (true) {
            Frame frame = read();
            if (frame.opcode() != BINARY) {
                throw new IOException("Expected a " + type + " but got " + frame + ".");
            }
            for (Packet packet : new PacketCodec(PacketCodec.MAX_BODY_BYTES).decode(frame.payload())) {
                if (packet.type() == type) {
                    return packet;
                }
            }
        }
    }

    /** Reads until the connection ends. */
    Ending end() throws IOException {
        List<Packet> packets = new ArrayList<>();
        try {
            while (true) {
                Frame frame = read();
                if (frame.opcode() == CLOSE) {
                    return Ending.of(frame.payload(), packets);
                }
                if (frame.opcode() == BINARY) {
                    packets.addAll(new PacketCodec(PacketCodec.MAX_BODY_BYTES).decode(frame.payload()));
                }
            }
        } catch (EOFException | SocketException gone) {
            return new Ending(Ending.DROPPED, String.valueOf(gone.getMessage()), packets);
        }
    }

    Socket socket() {
        return socket;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void upgrade(URI server, List<String> headers) throws IOException {
        StringBuilder request = new StringBuilder("GET / HTTP/1.1\r\nHost: ")
                .append(server.getAuthority())
                .append("\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n")
                .append("Sec-WebSocket-Key: AAECAwQFBgcICQoLDA0ODw==\r\n");
        headers.forEach(header -> request.append(header).append("\r\n"));
        bytes(request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    }

    private int response() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            head.write(in.readByte());
        }
        return Integer.parseInt(head.toString(StandardCharsets.US_ASCII).split(" ", 3)[1]);
    }

    /**
     * A frame from the server.
     *
     * @param opcode what it is
     * @param payload what it carries
     */
    record Frame(int opcode, byte[] payload) {

        @Override
        public String toString() {
            return "frame " + opcode + " of " + payload.length + " bytes";
        }
    }

    /**
     * How a connection ended.
     *
     * @param code of the close frame, or {@link #DROPPED} if there was none
     * @param reason of the close frame
     * @param packets what came before it
     */
    record Ending(int code, String reason, List<Packet> packets) {

        static final int DROPPED = 0;

        static Ending of(byte[] close, List<Packet> packets) {
            int code = close.length < 2 ? 1005 : ByteBuffer.wrap(close).getShort() & 0xFFFF;
            String reason = close.length < 2 ? "" : new String(close, 2, close.length - 2, StandardCharsets.UTF_8);
            return new Ending(code, reason, packets);
        }

        /** The body of the last packet of this type, as text. */
        String last(PacketType type) {
            return packets.stream()
                    .filter(packet -> packet.type() == type)
                    .reduce((before, after) -> after)
                    .map(packet -> new String(packet.body(), StandardCharsets.UTF_8))
                    .orElse("");
        }
    }
}
