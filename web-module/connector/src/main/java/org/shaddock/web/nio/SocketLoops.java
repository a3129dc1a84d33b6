package org.shaddock.web.nio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** The loops of this member; clients are dealt out to them in turn. */
public final class SocketLoops implements AutoCloseable {

    private final List<SocketLoop> loops = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    /** Starts the loops. */
    public SocketLoops(int count, ThreadFactory threads) {
        try {
            for (int i = 0; i < count; i++) {
                SocketLoop loop = new SocketLoop();
                loops.add(loop);
                threads.newThread(loop).start();
            }
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return loops.isEmpty();
    }

    /** Reads a client from now on. */
    public void adopt(ClientSocket socket) {
        loops.get(Math.floorMod(next.getAndIncrement(), loops.size())).adopt(socket);
    }

    @Override
    public void close() {
        loops.forEach(SocketLoop::stop);
    }
}
