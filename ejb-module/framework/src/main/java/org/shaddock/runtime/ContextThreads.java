package org.shaddock.runtime;

import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;

/**
 * Threads that work for this application, whoever has them made. A thread of the container's factory works in the context of
 * the thread that asks for it, and a pool asks when it needs one more: on a thread of the data grid, say, which belongs to no
 * application. There injection would silently leave fields of games' beans null.
 */
final class ContextThreads implements ThreadFactory {

    private final ThreadFactory threads;
    private final Executor context;

    /** @param context runs what it is given at once, in the context of the application */
    ContextThreads(ThreadFactory threads, Executor context) {
        this.threads = threads;
        this.context = context;
    }

    @Override
    public Thread newThread(Runnable work) {
        return threads.newThread(() -> context.execute(work));
    }
}
