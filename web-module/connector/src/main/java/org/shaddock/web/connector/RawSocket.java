package org.shaddock.web.connector;

import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;
import org.jspecify.annotations.Nullable;
import org.shaddock.session.Connection.WriteDone;

/**
 * The way past what Tyrus does for each message. Its remote endpoint frames every message anew and restarts an idle timer
 * through a managed executor, which scans the class path each time; that is most of the cost of a small message. Here
 * ready-made frames go straight to the transport's writer, and the timer's executor is replaced by one that does nothing,
 * since the session watches idleness itself.
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

    private RawSocket(Writer writer) {
        this.writer = writer;
    }

    /** The raw way to a session's socket, or {@code null} where only the standard API is left. */
    static @Nullable RawSocket of(Session session) {
        try {
            field(session, "service").set(session, SILENCE);
            Object webSocket = value(value(session, "basicRemote"), "webSocket");
            return new RawSocket((Writer) value(value(webSocket, "protocolHandler"), "writer"));
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
        writer.write(ByteBuffer.wrap(frames), new Completion(done));
    }

    /** Drops the TCP connection. */
    void abort() {
        try {
            writer.close();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "A socket was gone before it was dropped.", e);
        }
    }

    private static Object value(Object owner, String name) throws ReflectiveOperationException {
        Object value = field(owner, name).get(owner);
        if (value == null) {
            throw new NoSuchFieldException(owner.getClass().getName() + "." + name + " is null");
        }
        return value;
    }

    private static Field field(Object owner, String name) throws ReflectiveOperationException {
        for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(owner.getClass().getName() + "." + name);
    }

    /** Passes the end of a write on, once. */
    private static final class Completion extends CompletionHandler<ByteBuffer> {

        private final WriteDone done;

        Completion(WriteDone done) {
            this.done = done;
        }

        @Override
        public void completed(ByteBuffer result) {
            done.written(true);
        }

        @Override
        public void failed(Throwable error) {
            done.written(false);
        }

        @Override
        public void cancelled() {
            done.written(false);
        }
    }
}
