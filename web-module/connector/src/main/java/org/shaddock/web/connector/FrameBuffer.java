package org.shaddock.web.connector;

import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.glassfish.tyrus.spi.ServerContainer;

/**
 * How many bytes of a frame Tyrus gathers before it gives up. Its own limit is 4 MiB for each connection, and the
 * session's maximum message size is looked at only when a frame is complete.
 */
final class FrameBuffer {

    private static final Logger LOG = System.getLogger(FrameBuffer.class.getName());
    private static final String READ_BUFFER = "org.glassfish.tyrus.servlet.incoming-buffer-size";
    private static final int FRAME_HEADER_BYTES = 14;

    private FrameBuffer() {}

    /**
     * Limits what is gathered to twice the longest frame, from the next upgrade on. A frame somewhat too long is still
     * read whole, so that it is answered by the proper close code, 1009; a longer one breaks the connection with 1011.
     */
    static void limit(ServletContext context, int payloadBytes) {
        int bytes = 2 * payloadBytes + FRAME_HEADER_BYTES;
        try {
            context.setInitParameter(READ_BUFFER, Integer.toString(bytes));
            Object container = context.getAttribute(jakarta.websocket.server.ServerContainer.class.getName());
            Object engine = ((ServerContainer) container).getWebSocketEngine();
            engine.getClass().getMethod("setIncomingBufferSize", int.class).invoke(engine, bytes);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            LOG.log(Level.WARNING, "Frames are limited to the WebSocket container's own 4 MiB while they arrive.", e);
        }
    }
}
