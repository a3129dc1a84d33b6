package org.shaddock.simulation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.shaddock.flow.Clockwork;
import org.shaddock.flow.Timer;

/** One life of a member's process: it runs, is stopped and goes on, or dies. Its clock goes its own way and never stops. */
public final class SimulatedProcess {

    private final Simulation simulation;
    private final String name;
    private final double clockRate;
    private final long clockOffsetMillis;
    private final long wallClockErrorMillis;
    private final Queue<Runnable> whileStopped = new ArrayDeque<>();
    private boolean stopped;
    private boolean dead;

    /** @param clockRate how many of its seconds pass in a true second */
    public SimulatedProcess(Simulation simulation, String name, double clockRate) {
        this.simulation = simulation;
        this.name = name;
        this.clockRate = clockRate;
        this.clockOffsetMillis = simulation.random().nextLong(1_000_000);
        this.wallClockErrorMillis = simulation.random().nextLong(5);
    }

    public String name() {
        return name;
    }

    /** Neither dead nor stopped. */
    public boolean isRunning() {
        return !dead && !stopped;
    }

    public boolean isDead() {
        return dead;
    }

    public void kill() {
        dead = true;
        whileStopped.clear();
    }

    /** As SIGSTOP does: whatever reaches the process waits. */
    public void stop() {
        stopped = true;
    }

    /** As SIGCONT does. */
    public void goOn() {
        stopped = false;
        while (isRunning() && !whileStopped.isEmpty()) {
            whileStopped.remove().run();
        }
    }

    /** Lets something happen in this process: now, or when it goes on, or never. */
    public void execute(Runnable action) {
        if (stopped && !dead) {
            whileStopped.add(action);
        } else if (!dead) {
            action.run();
        }
    }

    /** Now and then an action waits for a thread. */
    public Executor pool() {
        return action -> {
            if (simulation.chance(0.9)) {
                execute(action);
            } else {
                simulation.in(simulation.upToMillis(1), () -> execute(action));
            }
        };
    }

    public Clockwork clockwork() {
        return new Clockwork(this::nowMillis, this::schedule);
    }

    /** Right to a few milliseconds. */
    public InstantSource wallClock() {
        return () -> Instant.ofEpochMilli(simulation.nowMicros() / 1000 + wallClockErrorMillis);
    }

    public long nowMillis() {
        return clockOffsetMillis + (long) (simulation.nowMicros() * clockRate / 1000);
    }

    private Timer.Cancellation schedule(Runnable action, long delayMillis) {
        boolean[] cancelled = {false};
        long delayMicros =
                (long) (delayMillis * 1000 / clockRate) + simulation.random().nextLong(500);
        simulation.in(
                delayMicros,
                () -> execute(() -> {
                    if (!cancelled[0]) {
                        action.run();
                    }
                }));
        return () -> cancelled[0] = true;
    }
}
