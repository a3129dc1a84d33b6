package org.shaddock.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One client: its WebSocket, and what a benchmark has it do. How that is said is a matter of the protocol. */
abstract class Player extends ChannelInboundHandlerAdapter implements FrameReader.Frames {

    private static final String UPGRADED = "HTTP/1.1 101";
    private static final String HEADER_END = "\r\n\r\n";

    private final int number;
    private final Target target;
    private final Listener listener;
    private final FrameReader reader;
    private final StringBuilder upgrade = new StringBuilder();
    private @Nullable Channel channel;
    private boolean upgraded;
    private String end = "";

    Player(int number, Target target, Listener listener, Scratch scratch) {
        this.number = number;
        this.target = target;
        this.listener = listener;
        this.reader = new FrameReader(scratch);
    }

    /** Goes into an area; the listener hears the answer. */
    abstract void enter(String room);

    /** Moves. */
    abstract void move(long dueMicros, int x, int y, int d);

    /** Asks the area; the listener hears the answer. */
    abstract void ask(long dueMicros, String payload);

    /** Any request with a JSON body. */
    abstract void request(String route, String json);

    /** Any notify with a JSON body. */
    abstract void notification(String route, String json);

    /** Reads the body of an answer or push. */
    abstract void read(Stamp stamp, byte[] bytes, int from, int to);

    /** What has to be done before the WebSocket is opened. */
    CompletionStage<?> prepare() {
        return CompletableFuture.completedFuture(null);
    }

    /** Where the WebSocket is. */
    String path() {
        return target.path();
    }

    /** The WebSocket is open. */
    abstract void opened();

    final int number() {
        return number;
    }

    /** What the user is called. */
    final String uid() {
        return String.format(java.util.Locale.ROOT, "player%05d", number);
    }

    final Target target() {
        return target;
    }

    final Listener listener() {
        return listener;
    }

    /** Reads no more, as a client on a bad line. */
    final void stopReading() {
        channel().config().setAutoRead(false);
    }

    final void send(byte[] message) {
        write(ClientFrames.binary(message));
    }

    /** The connection is about to end for this reason. */
    final void ending(String reason) {
        end = end.isEmpty() ? reason : end;
    }

    final Channel channel() {
        if (channel == null) {
            throw new IllegalStateException("Player " + number + " is not connected.");
        }
        return channel;
    }

    @Override
    public final void channelActive(ChannelHandlerContext context) {
        channel = context.channel();
        write(ClientFrames.upgrade(target.host(), target.port(), path()));
    }

    @Override
    public final void channelRead(ChannelHandlerContext context, Object message) {
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
    public final void channelInactive(ChannelHandlerContext context) {
        listener.gone(this, end.isEmpty() ? "the connection was cut" : end);
    }

    @Override
    public final void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        ending(String.valueOf(cause));
        var unused = context.close();
    }

    @Override
    public final void pinged(byte[] bytes, int from, int to) {
        write(ClientFrames.pong(Arrays.copyOfRange(bytes, from, to)));
    }

    @Override
    public final void closed(int code) {
        ending("closed with code " + code);
        var unused = channel().close();
    }

    private void upgrade(ByteBuf arrived) {
        while (arrived.isReadable() && !upgraded) {
            upgrade.append((char) arrived.readByte());
            upgraded = upgrade.length() >= HEADER_END.length()
                    && upgrade.indexOf(HEADER_END, upgrade.length() - HEADER_END.length()) >= 0;
        }
        if (upgraded) {
            if (!upgrade.toString().startsWith(UPGRADED)) {
                throw new IllegalStateException("No WebSocket at " + target + ": "
                        + upgrade.toString().lines().findFirst().orElse(""));
            }
            upgrade.setLength(0);
            upgrade.trimToSize();
            opened();
        }
    }

    private void write(ByteBuf frame) {
        Channel open = channel();
        var unused = open.writeAndFlush(frame, open.voidPromise());
    }

    /** What becomes of players, told on the event loop. Bytes are good only during the call. */
    interface Listener {

        /** It is about to open its connection. */
        default void connecting(Player player) {}

        /** The handshake is over. */
        void connected(Player player);

        default void answered(Player player, byte[] bytes, int from, int to) {}

        default void pushed(Player player, byte[] bytes, int from, int to) {}

        /** The connection has ended, for whatever reason. */
        void gone(Player player, String reason);
    }
}
