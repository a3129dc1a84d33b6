package org.shaddock.flow;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Runs turns one at a time and in the order they came, on threads borrowed from a pool.
 *
 * <p>A turn ends when it says so, perhaps long after its {@code run} has returned; only then does the next one start.
 * So a session's messages stay in order also when a handler answers asynchronously (Pomelo's {@code serial} filter), and
 * an area is never entered twice. While a mailbox is empty it costs no thread.
 */
public final class Mailbox {

    private static final Logger LOG = System.getLogger(Mailbox.class.getName());
    private static final int TURNS_PER_LOAN = 16;

    private final Executor pool;
    private final int capacity;
    private final Queue<Turn> waiting = new ArrayDeque<>();
    private boolean busy;

    /** @param capacity the turns that may wait besides the running one */
    public Mailbox(Executor pool, int capacity) {
        this.pool = pool;
        this.capacity = capacity;
    }

    /** Adds a turn, or returns false if as many as the capacity are waiting already. */
    public boolean offer(Turn turn) {
        return add(turn, capacity);
    }

    /** As {@link #offer}; but if nothing waits or runs, the calling thread takes the turn before this returns. */
    public boolean offerHere(Turn turn) {
        synchronized (waiting) {
            if (busy) {
                return add(turn, capacity);
            }
            busy = true;
        }
        if (runsOn(turn)) {
            runRestOnPool();
        }
        return true;
    }

    /** Adds a turn whatever is waiting already: for the few that must not be refused. */
    public void add(Turn turn) {
        add(turn, Integer.MAX_VALUE);
    }

    /** The turns that have not started. */
    public int depth() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    private boolean add(Turn turn, int most) {
        synchronized (waiting) {
            if (waiting.size() >= most) {
                return false;
            }
            waiting.add(turn);
            if (busy) {
                return true;
            }
            busy = true;
        }
        pool.execute(this::runTurns);
        return true;
    }

    private void runTurns() {
        for (int i = 0; i < TURNS_PER_LOAN; i++) {
            Turn turn = next();
            if (turn == null || !runsOn(turn)) {
                return;
            }
        }
        runRestOnPool();
    }

    /** Runs a turn; true if it has ended and this thread is to go on. */
    private boolean runsOn(Turn turn) {
        Handoff handoff = new Handoff();
        run(turn, () -> end(handoff));
        return handoff.leave();
    }

    private void runRestOnPool() {
        if (hasWaiting()) {
            pool.execute(this::runTurns);
        }
    }

    /** A turn that throws, against its contract, must not hold up those behind it for ever. */
    private static void run(Turn turn, Runnable end) {
        try {
            turn.run(end);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "A turn failed.", e);
            end.run();
        }
    }

    private void end(Handoff handoff) {
        if (handoff.end()) {
            runRestOnPool();
        }
    }

    private @Nullable Turn next() {
        synchronized (waiting) {
            Turn turn = waiting.poll();
            busy = turn != null;
            return turn;
        }
    }

    private boolean hasWaiting() {
        synchronized (waiting) {
            busy = !waiting.isEmpty();
            return busy;
        }
    }

    /** One uninterrupted step. */
    @FunctionalInterface
    public interface Turn {

        /**
         * Does the step. It must not throw.
         *
         * @param end to be run exactly once, by any thread, when the next turn may start; a second run does nothing
         */
        void run(Runnable end);
    }
}
