package org.shaddock.session;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.Client;
import org.shaddock.api.HandlerException;
import org.shaddock.protocol.Message;
import org.shaddock.protocol.Packet;
import org.shaddock.protocol.PacketCodec;
import org.shaddock.protocol.PacketType;
import org.shaddock.protocol.ProtocolException;
import org.shaddock.protocol.TextEncoding;

/** A connection whose last messages are kept: so many, or so many bytes. Heartbeats do not count. */
final class TappedConnection implements Connection {

    private static final int MOST_MESSAGES = 50;
    private static final int MOST_BYTES = 1 << 16;
    private static final int MOST_CHARACTERS = 2000;
    private static final PacketCodec PACKETS = new PacketCodec(PacketCodec.MAX_BODY_BYTES);

    private final Connection connection;
    private final MessageTap tap;
    private @Nullable Deque<MessageTap.Seen> recording;
    private int bytes;

    TappedConnection(Connection connection, MessageTap tap) {
        this.connection = connection;
        this.tap = tap;
    }

    /** From now on messages are kept. */
    synchronized void record() {
        if (recording == null) {
            recording = new ArrayDeque<>();
        }
    }

    /** From now on none are. */
    synchronized void forget() {
        recording = null;
        bytes = 0;
    }

    synchronized List<MessageTap.Seen> recording() {
        return recording == null ? List.of() : List.copyOf(recording);
    }

    void received(Message message) {
        keep(new Received(tap.nextNumber(), tap.nowMillis(), message));
    }

    @Override
    public Client client() {
        return connection.client();
    }

    @Override
    public Upgrade upgrade() {
        return connection.upgrade();
    }

    @Override
    public void packTogether() {
        connection.packTogether();
    }

    @Override
    public void write(List<Outgoing> batch, WriteDone done) {
        for (Outgoing outgoing : batch) {
            for (Outgoing.Single part : outgoing.parts()) {
                if (part.packet()[0] != PacketCodec.HEARTBEAT[0]) {
                    keep(new Sent(tap.nextNumber(), tap.nowMillis(), part.packet()));
                }
            }
        }
        connection.write(batch, done);
    }

    @Override
    public void close(CloseCode code, String reason) {
        connection.close(code, reason);
    }

    @Override
    public void abort() {
        connection.abort();
    }

    private synchronized void keep(MessageTap.Seen seen) {
        if (recording == null) {
            return;
        }
        recording.add(seen);
        bytes += seen.bytes();
        while (recording.size() > MOST_MESSAGES || (bytes > MOST_BYTES && recording.size() > 1)) {
            bytes -= recording.remove().bytes();
        }
    }

    private static TappedMessage message(long number, long atMillis, String direction, Message message, String text) {
        String kind = message.type().name().toLowerCase(Locale.ROOT);
        return new TappedMessage(number, atMillis, direction, kind, message.id(), message.route(), cut(text));
    }

    private static String text(byte[] json) {
        return new String(TextEncoding.toUtf8(json), StandardCharsets.UTF_8);
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
    }

    private record Received(long number, long atMillis, Message message) implements MessageTap.Seen {

        @Override
        public int bytes() {
            return message.body().length;
        }

        @Override
        public Collection<TappedMessage> read(WireCodec codec) {
            String text;
            try {
                text = text(codec.jsonBody(message));
            } catch (HandlerException e) {
                text = String.valueOf(e.getMessage());
            }
            return List.of(TappedConnection.message(number, atMillis, "in", message, text));
        }
    }

    private record Sent(long number, long atMillis, byte[] packet) implements MessageTap.Seen {

        @Override
        public int bytes() {
            return packet.length;
        }

        @Override
        public Collection<TappedMessage> read(WireCodec codec) {
            return PACKETS.decode(packet).stream()
                    .map(each -> each.type() == PacketType.DATA ? data(each, codec) : other(each))
                    .toList();
        }

        private TappedMessage data(Packet data, WireCodec codec) {
            Message message = codec.message(data.body());
            try {
                return TappedConnection.message(number, atMillis, "out", message, text(codec.sentBody(message)));
            } catch (ProtocolException | IllegalArgumentException e) {
                return TappedConnection.message(
                        number, atMillis, "out", message, "(" + message.body().length + " bytes)");
            }
        }

        private TappedMessage other(Packet packet) {
            String kind = packet.type().name().toLowerCase(Locale.ROOT);
            return new TappedMessage(number, atMillis, "out", kind, 0, "", cut(text(packet.body())));
        }
    }
}
