package org.shaddock.web.nio;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A thread that reads many clients. It never waits for one, and what one of them does harms no other. */
final class SocketLoop implements Runnable {

    private static final Logger LOG = System.getLogger(SocketLoop.class.getName());
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final long LONGEST_SELECT_MILLIS = 1000;

    private final Selector selector;
    private final Queue<ClientSocket> newcomers = new ConcurrentLinkedQueue<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final Backlog backlog = new Backlog(System::nanoTime);
    private volatile boolean stopped;

    SocketLoop() throws IOException {
        selector = Selector.open();
    }

    /** Reads this client from now on. */
    void adopt(ClientSocket socket) {
        newcomers.add(socket);
        selector.wakeup();
    }

    /** Ends the loop; the clients are the caller's business. */
    void stop() {
        stopped = true;
        selector.wakeup();
    }

    @Override
    public void run() {
        Thread.currentThread().setName("shaddock-io");
        try (selector) {
            while (!stopped) {
                backlog.rest();
                selector.select(this::serve, LONGEST_SELECT_MILLIS);
                for (ClientSocket next = newcomers.poll(); next != null; next = newcomers.poll()) {
                    next.register(selector);
                }
            }
        } catch (IOException e) {
            LOG.log(Level.ERROR, "A socket loop has ended; its clients are not heard any more.", e);
        }
    }

    private void serve(SelectionKey key) {
        ClientSocket socket = (ClientSocket) key.attachment();
        try {
            if (key.isValid()) {
                socket.ready(key, buffer, backlog.millis());
            }
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "Serving a client failed.", e);
            socket.abort();
        }
    }
}
