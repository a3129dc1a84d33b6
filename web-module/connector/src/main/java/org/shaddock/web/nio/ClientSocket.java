package org.shaddock.web.nio;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.shaddock.session.Connection.WriteDone;

/**
 * The TCP channel of one client, read by its loop and written by whoever has something for the client.
 *
 * <p>A write goes straight to the channel. Only what the channel does not take waits, and the loop writes it on when the
 * client reads again; until then a further write, of a control frame, queues up behind it.
 */
public final class ClientSocket implements FrameListener {

    private static final Logger LOG = System.getLogger(ClientSocket.class.getName());
    private static final int CLOSE = 0x88;
    private static final int PONG = 0x8A;
    private static final int DROPPED = 1006;

    /** Less is what any network does. */
    private static final long WORTH_TELLING_MILLIS = 100;

    /** How many frames may wait when a ping comes: a client that sends pings and reads nothing is dropped. */
    private static final int MOST_WAITING = 100;

    private final SocketChannel channel;
    private final BooleanSupplier drained;
    private final FrameDecoder decoder;
    private final SocketListener listener;
    private final Queue<Write> waiting = new ArrayDeque<>(1);
    private @Nullable SelectionKey key;
    private boolean closing;
    private boolean ended;
    private boolean torn;
    private volatile boolean deaf;
    private volatile boolean clear;

    /**
     * @param channel connected, upgraded, not blocking
     * @param drained whether all has been written that somebody else began to write
     * @param maxBytes the longest message the client may send
     */
    public ClientSocket(SocketChannel channel, BooleanSupplier drained, int maxBytes, SocketListener listener) {
        this.channel = channel;
        this.drained = drained;
        this.decoder = new FrameDecoder(maxBytes, this);
        this.listener = listener;
    }

    /** Whether nothing that somebody else has begun to write could be torn apart by a frame of ours; if so, it stays so. */
    public boolean isClear() {
        clear = clear || drained.getAsBoolean();
        return clear;
    }

    /** Starts writing whole frames; they may be shared and are not changed. */
    public void write(byte[] frames, WriteDone done) {
        start(new Write(ByteBuffer.wrap(frames), done), false);
    }

    /**
     * Says goodbye behind what is being written; from then on it is only waited for the client to go.
     *
     * @param reason at most 123 bytes
     */
    public void close(int code, byte[] reason) {
        byte[] body = ByteBuffer.allocate(2 + reason.length)
                .putShort((short) code)
                .put(reason)
                .array();
        start(new Write(control(CLOSE, body), succeeded -> endOutput()), true);
    }

    /** Drops the connection. */
    public void abort() {
        end(DROPPED);
    }

    /** The loop takes it on. */
    void register(Selector selector) {
        try {
            synchronized (this) {
                key = channel.register(selector, SelectionKey.OP_READ, this);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A socket was gone before it was read.", e);
            abort();
        }
    }

    /**
     * Does what the channel is ready for. Only the loop calls it.
     *
     * @param waitedMillis how long what is to be read may have waited for the loop
     */
    void ready(SelectionKey selected, ByteBuffer buffer, long waitedMillis) {
        try {
            if (selected.isReadable()) {
                if (waitedMillis > WORTH_TELLING_MILLIS) {
                    listener.waited(waitedMillis);
                }
                read(buffer.clear());
            }
            if (selected.isValid() && selected.isWritable()) {
                writeOn();
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A socket has broken.", e);
            abort();
        }
    }

    @Override
    public void message(byte[] payload) {
        listener.message(payload);
    }

    @Override
    public void ping(byte[] payload) {
        if (isChoked()) {
            abort();
        } else if (isClear()) {
            start(new Write(control(PONG, payload), succeeded -> {}), false);
        }
    }

    /** Answers the client's goodbye, if that is not already an answer to ours, and hangs up. */
    @Override
    public void closing(int code) {
        deaf = true;
        byte[] body = code == FrameDecoder.NO_CODE
                ? new byte[0]
                : ByteBuffer.allocate(2).putShort((short) code).array();
        if (isClear()) {
            start(new Write(control(CLOSE, body), succeeded -> {}), true);
        }
        end(code);
    }

    private synchronized boolean isChoked() {
        return waiting.size() >= MOST_WAITING;
    }

    private void read(ByteBuffer buffer) throws IOException {
        if (channel.read(buffer) < 0) {
            abort();
        } else if (!deaf) {
            try {
                decoder.read(buffer.flip());
            } catch (FrameException e) {
                deaf = true;
                listener.broken(e.code(), String.valueOf(e.getMessage()));
            }
        }
    }

    private void start(Write write, boolean last) {
        boolean refused;
        boolean written = false;
        synchronized (this) {
            refused = ended || closing;
            closing |= last && !refused;
            if (!refused) {
                written = waiting.isEmpty() && push(write);
                if (!written) {
                    waiting.add(write);
                    awaitRoom();
                }
            }
        }
        if (refused || written) {
            write.done().written(written);
        }
        abortIfTorn();
    }

    private void writeOn() {
        for (Write written = nextWritten(); written != null; written = nextWritten()) {
            written.done().written(true);
        }
        abortIfTorn();
    }

    private void abortIfTorn() {
        boolean over;
        synchronized (this) {
            over = torn;
        }
        if (over) {
            abort();
        }
    }

    private synchronized @Nullable Write nextWritten() {
        Write oldest = waiting.peek();
        if (oldest == null || !push(oldest)) {
            if (oldest == null && key != null && key.isValid()) {
                key.interestOpsAnd(~SelectionKey.OP_WRITE);
            }
            return null;
        }
        return waiting.remove();
    }

    /** Whether all has been written. */
    private boolean push(Write write) {
        try {
            channel.write(write.bytes());
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A socket has broken.", e);
            torn = true;
        }
        return !write.bytes().hasRemaining();
    }

    private void awaitRoom() {
        if (key != null && key.isValid()) {
            key.interestOpsOr(SelectionKey.OP_WRITE);
            key.selector().wakeup();
        }
    }

    /** A client that cannot be understood any more learns by the end of the stream that it has been told all. */
    private void endOutput() {
        if (deaf) {
            try {
                channel.shutdownOutput();
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "A socket was gone before its output ended.", e);
            }
        }
    }

    private void end(int code) {
        List<Write> lost;
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            lost = List.copyOf(waiting);
            waiting.clear();
            if (key != null) {
                key.cancel();
                key.selector().wakeup();
            }
        }
        lost.forEach(write -> write.done().written(false));
        listener.ended(code);
    }

    private static ByteBuffer control(int head, byte[] body) {
        return ByteBuffer.allocate(2 + body.length)
                .put((byte) head)
                .put((byte) body.length)
                .put(body)
                .flip();
    }

    /**
     * @param bytes what is left of it
     * @param done hears of its end
     */
    private record Write(ByteBuffer bytes, WriteDone done) {}
}
