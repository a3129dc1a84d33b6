package org.shaddock.web.nio;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the container's writer for what the container says by itself, above all its answers to pings. It would queue these
 * without end for a client that sends pings and reads nothing; here such a client is dropped.
 */
public final class BoundedWriter extends Writer {

    private static final Logger LOG = System.getLogger(BoundedWriter.class.getName());
    private static final int MOST_BYTES = 1 << 16;

    private final Writer writer;
    private final AtomicInteger pending = new AtomicInteger();

    BoundedWriter(Writer writer) {
        this.writer = writer;
    }

    /**
     * Takes the place of a session's writer.
     *
     * @param protocolHandler what the container writes with
     * @return the container's own writer
     */
    public static Writer install(Object protocolHandler) throws ReflectiveOperationException {
        Field field = PrivateFields.field(protocolHandler, "writer");
        if (!(field.get(protocolHandler) instanceof Writer own)) {
            throw new NoSuchFieldException("writer");
        }
        field.set(protocolHandler, new BoundedWriter(own));
        return own;
    }

    /** The container's own writer, whether or not this class stands before it. */
    static Object inner(Object writer) {
        return writer instanceof BoundedWriter bounded ? bounded.writer : writer;
    }

    @Override
    public void write(ByteBuffer bytes, @Nullable CompletionHandler<ByteBuffer> handler) {
        int length = bytes.remaining();
        if (pending.addAndGet(length) > MOST_BYTES) {
            LOG.log(Level.DEBUG, "A client is dropped that does not read what it asks for.");
            close();
            if (handler != null) {
                handler.failed(new IOException("The client does not read."));
            }
        } else {
            writer.write(bytes, new Counted(length, handler));
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "A socket was gone before it was closed.", e);
        }
    }

    /** Counts bytes until they are written, or never will be. */
    private final class Counted extends CompletionHandler<ByteBuffer> {

        private final int length;
        private final @Nullable CompletionHandler<ByteBuffer> handler;

        Counted(int length, @Nullable CompletionHandler<ByteBuffer> handler) {
            this.length = length;
            this.handler = handler;
        }

        @Override
        public void completed(ByteBuffer result) {
            pending.addAndGet(-length);
            if (handler != null) {
                handler.completed(result);
            }
        }

        @Override
        public void failed(Throwable error) {
            pending.addAndGet(-length);
            if (handler != null) {
                handler.failed(error);
            }
        }

        @Override
        public void cancelled() {
            pending.addAndGet(-length);
            if (handler != null) {
                handler.cancelled();
            }
        }
    }
}
