package org.shaddock.grid;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Members of one grid within the process, on real threads. */
final class LocalMembers implements Members {

    private static final int THREADS = 3;

    private final ExecutorService pool = new ThreadPoolExecutor(
            THREADS, THREADS, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), new ThreadPoolExecutor.DiscardPolicy());
    private final LocalGrid grid = new LocalGrid(pool);

    LocalGrid grid() {
        return grid;
    }

    @Override
    public Grid join(String name) {
        return grid.join(name);
    }

    @Override
    public void kill(Grid member) {
        member.close();
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
