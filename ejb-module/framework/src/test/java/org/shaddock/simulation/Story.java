package org.shaddock.simulation;

import java.util.ArrayList;
import java.util.List;

/** What has happened in a simulation so far, and what went wrong in it. */
final class Story {

    private final long seed;
    private final Simulation simulation;
    private final List<String> lines = new ArrayList<>();
    private String wrong = "";

    Story(long seed, Simulation simulation) {
        this.seed = seed;
        this.simulation = simulation;
    }

    void tell(String what) {
        lines.add(simulation.nowMicros() / 1000 + " ms: " + what);
    }

    /** Somebody has seen what must not be; {@link #check} will say so. */
    void wrong(String what) {
        wrong = what;
    }

    /** Throws what went wrong, if something did. */
    void check() {
        if (!wrong.isEmpty()) {
            throw new AssertionError(wrong);
        }
    }

    /** What is thrown in the end: the failure, with the seed and all that has happened before it. */
    AssertionError failed(Throwable failure) {
        return new AssertionError(
                "Seed " + seed + ": " + failure.getMessage() + "\n" + String.join("\n", lines), failure);
    }
}
