package org.shaddock.web.connector;

import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;
import org.jspecify.annotations.Nullable;
import org.shaddock.flow.Handoff;
import org.shaddock.session.Connection.WriteDone;
import org.shaddock.web.nio.BoundedWriter;
import org.shaddock.web.nio.PrivateFields;

/**
 * The way past what Tyrus does for each message. Its remote endpoint frames every message anew and restarts an idle timer
 * through a managed executor, which scans the class path each time; that is most of the cost of a small message. Here
 * ready-made frames go straight to the transport's writer, and the timer's executor is replaced by one that does nothing,
 * since the session watches idleness itself. What Tyrus says by itself is bounded.
 *
 * <p>Both need fields of Tyrus that are not its API. If they are not as expected, one warning says so and the standard
 * API is used instead.
 */
final class RawSocket {

    private static final Logger LOG = System.getLogger(RawSocket.class.getName());
    private static final AtomicBoolean WARNED = new AtomicBoolean();
    private static final ScheduledExecutorService SILENCE = (ScheduledExecutorService) Proxy.newProxyInstance(
            RawSocket.class.getClassLoader(),
            new Class<?>[] {ScheduledExecutorService.class},
            (proxy, method, args) -> null);

    private final Writer writer;
    private final Executor pool;

    private RawSocket(Writer writer, Executor pool) {
        this.writer = writer;
        this.pool = pool;
    }

    /**
     * The raw way to a session's socket, or {@code null} where only the standard API is left.
     *
     * @param pool hears of writes that end later
     */
    static @Nullable RawSocket of(Session session, Executor pool) {
        try {
            PrivateFields.field(session, "service").set(session, SILENCE);
            Object handler = PrivateFields.follow(session, "basicRemote", "webSocket", "protocolHandler");
            return new RawSocket(BoundedWriter.install(handler), pool);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            if (WARNED.compareAndSet(false, true)) {
                LOG.log(
                        Level.WARNING,
                        "This WebSocket container is not the Tyrus we know: sending by its API, which is slower.",
                        e);
            }
            return null;
        }
    }

    /** Writes whole frames; nothing else writes between them. */
    void write(byte[] frames, WriteDone done) {
        Completion completion = new Completion(done, pool);
        writer.write(ByteBuffer.wrap(frames), completion);
        completion.letGo();
    }

    /** Drops the TCP connection. */
    void abort() {
        try {
            writer.close();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "A socket was gone before it was dropped.", e);
        }
    }

    /**
     * Passes the end of a write on, once, when no lock of the transport is held. Tyrus tells of it inside its writer's
     * lock; whoever closed the connection there would wait for one that closes it from the other side, and that one for the
     * writer.
     */
    private static final class Completion extends CompletionHandler<ByteBuffer> {

        private final WriteDone done;
        private final Executor pool;
        private final Handoff handoff = new Handoff();
        private volatile boolean failed;

        Completion(WriteDone done, Executor pool) {
            this.done = done;
            this.pool = pool;
        }

        @Override
        public void completed(ByteBuffer result) {
            ended(false);
        }

        @Override
        public void failed(Throwable error) {
            ended(true);
        }

        @Override
        public void cancelled() {
            ended(true);
        }

        /** The writer has returned, and with it its lock. */
        void letGo() {
            if (handoff.leave()) {
                done.written(!failed);
            }
        }

        private void ended(boolean badly) {
            failed |= badly;
            if (handoff.end()) {
                pool.execute(() -> done.written(!failed));
            }
        }
    }
}
