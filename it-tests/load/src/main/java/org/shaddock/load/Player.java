package org.shaddock.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One Pomelo client: upgrade, handshake, heartbeats, and whatever its listener makes of the rest. */
final class Player extends ChannelInboundHandlerAdapter implements FrameReader.Frames {

    private static final String UPGRADED = "HTTP/1.1 101";
    private static final int TYPE_BITS = 0x0E;
    private static final int RESPONSE = 4;
    private static final int PUSH = 6;
    private static final int SIGN_BIT = 0x80;

    private final int number;
    private final Target target;
    private final Listener listener;
    private final FrameReader reader;
    private final StringBuilder upgrade = new StringBuilder();
    private RouteCodes routes = new RouteCodes("");
    private @Nullable Channel channel;
    private boolean upgraded;
    private boolean working;
    private String end = "";
    private int lastId;

    Player(int number, Target target, Listener listener, Scratch scratch) {
        this.number = number;
        this.target = target;
        this.listener = listener;
        this.reader = new FrameReader(scratch);
    }

    int number() {
        return number;
    }

    RouteCodes routes() {
        return routes;
    }

    void request(RouteCodes.Name route, String json) {
        lastId++;
        send(PomeloPackets.request(lastId, route, json));
    }

    void notification(RouteCodes.Name route, String json) {
        send(PomeloPackets.notification(route, json));
    }

    /** Reads no more, as a client on a bad line. */
    void stopReading() {
        channel().config().setAutoRead(false);
    }

    void leave() {
        end = "the generator left";
        var unused = channel().close();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        channel = context.channel();
        write(ClientFrames.upgrade(target.host(), target.port(), target.path()));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf arrived = (ByteBuf) message;
        try {
            if (!upgraded) {
                upgrade(arrived);
            }
            if (upgraded && arrived.isReadable()) {
                reader.read(arrived, this);
            }
        } finally {
            arrived.release();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        listener.gone(this, end.isEmpty() ? "the connection was cut" : end);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        end = end.isEmpty() ? String.valueOf(cause) : end;
        var unused = context.close();
    }

    @Override
    public void data(byte[] bytes, int from, int to) {
        int position = from;
        while (position + PomeloPackets.HEADER_BYTES <= to) {
            int body = position + PomeloPackets.HEADER_BYTES;
            int end = body + FrameReader.unsigned(bytes, position + 1, 3);
            if (end > to) {
                throw new IllegalStateException("A package goes on in another frame, which no Pomelo client reads.");
            }
            packet(bytes[position], bytes, body, end);
            position = end;
        }
    }

    @Override
    public void pinged(byte[] bytes, int from, int to) {
        write(ClientFrames.pong(Arrays.copyOfRange(bytes, from, to)));
    }

    @Override
    public void closed(int code) {
        end = end.isEmpty() ? "closed with code " + code : end;
        var unused = channel().close();
    }

    private void packet(int type, byte[] bytes, int from, int to) {
        switch (type) {
            case PomeloPackets.DATA -> message(bytes, from, to);
            case PomeloPackets.HANDSHAKE -> welcomed(text(bytes, from, to));
            case PomeloPackets.HEARTBEAT -> heartbeat();
            case PomeloPackets.KICK -> end = "kicked " + text(bytes, from, to);
            default -> throw new IllegalStateException("A package has the unknown type " + type + ".");
        }
    }

    private void message(byte[] bytes, int from, int to) {
        int flag = bytes[from];
        int position = from + 1;
        switch (flag & TYPE_BITS) {
            case PUSH -> {
                boolean coded = (flag & 1) == 1;
                position += coded ? 2 : 1 + FrameReader.unsigned(bytes, position, 1);
                listener.pushed(this, bytes, position, to);
            }
            case RESPONSE -> {
                while ((bytes[position] & SIGN_BIT) != 0) {
                    position++;
                }
                listener.answered(this, bytes, position + 1, to);
            }
            default ->
                throw new IllegalStateException("A server sends responses and pushes, and no flag " + flag + ".");
        }
    }

    private void welcomed(String answer) {
        routes = new RouteCodes(answer);
        if (!routes.isAccepted()) {
            throw new IllegalStateException("The handshake was refused: " + answer);
        }
        send(PomeloPackets.empty(PomeloPackets.HANDSHAKE_ACK));
        working = true;
        listener.connected(this);
    }

    private void heartbeat() {
        if (routes.heartbeatSeconds() > 0) {
            var unused = channel().eventLoop().schedule(this::beat, routes.heartbeatSeconds(), TimeUnit.SECONDS);
        }
    }

    private void beat() {
        if (working && channel().isActive()) {
            send(PomeloPackets.empty(PomeloPackets.HEARTBEAT));
        }
    }

    private void upgrade(ByteBuf arrived) {
        while (arrived.isReadable() && !upgraded) {
            upgrade.append((char) arrived.readByte());
            upgraded = upgrade.length() > 4
                    && upgrade.substring(upgrade.length() - 4).equals("\r\n\r\n");
        }
        if (upgraded) {
            if (!upgrade.toString().startsWith(UPGRADED)) {
                throw new IllegalStateException("No WebSocket at " + target + ": "
                        + upgrade.toString().lines().findFirst().orElse(""));
            }
            send(PomeloPackets.handshake());
        }
    }

    private void send(byte[] packet) {
        write(ClientFrames.binary(packet));
    }

    private void write(ByteBuf frame) {
        Channel open = channel();
        var unused = open.writeAndFlush(frame, open.voidPromise());
    }

    private Channel channel() {
        if (channel == null) {
            throw new IllegalStateException("Player " + number + " is not connected.");
        }
        return channel;
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** What becomes of players, told on the event loop. Bytes are good only during the call. */
    interface Listener {

        /** It is about to open its connection. */
        default void connecting(Player player) {}

        /** The handshake is over. */
        void connected(Player player);

        void answered(Player player, byte[] bytes, int from, int to);

        void pushed(Player player, byte[] bytes, int from, int to);

        /** The connection has ended, for whatever reason. */
        void gone(Player player, String reason);
    }
}
