package org.shaddock.flow;

import java.util.concurrent.Executor;

/** Runs actions one after the other in the order they came, on threads borrowed from a pool: a lock that nobody waits for. */
public final class Serial implements Executor {

    private final Mailbox mailbox;

    public Serial(Executor pool) {
        this.mailbox = new Mailbox(pool, 0);
    }

    /** @param action must not block */
    @Override
    public void execute(Runnable action) {
        mailbox.add(end -> {
            try {
                action.run();
            } finally {
                end.run();
            }
        });
    }
}
