package org.shaddock.web.connector;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;
import org.shaddock.web.nio.ClientSocket;
import org.shaddock.web.nio.SocketLoops;

/** The threads that read sockets, from the application's start to its end. */
@ApplicationScoped
public class Loops {

    private @Nullable SocketLoops loops;

    void start(int count, ThreadFactory threads) {
        loops = new SocketLoops(count, threads);
    }

    void stop() {
        running().close();
    }

    /** Whether there are none, so that the container reads. */
    boolean isEmpty() {
        return running().isEmpty();
    }

    /** Reads a client from now on. */
    void adopt(ClientSocket socket) {
        running().adopt(socket);
    }

    private SocketLoops running() {
        return Objects.requireNonNull(loops, "The application has not started.");
    }
}
