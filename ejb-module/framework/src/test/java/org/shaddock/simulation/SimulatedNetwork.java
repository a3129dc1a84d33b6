package org.shaddock.simulation;

import java.util.HashSet;
import java.util.Set;

/** What lies between processes: it delays, loses and doubles, and is cut and mended. */
public final class SimulatedNetwork {

    private final Simulation simulation;
    private final Terms terms;
    private final Set<String> cuts = new HashSet<>();

    public SimulatedNetwork(Simulation simulation, Terms terms) {
        this.simulation = simulation;
        this.terms = terms;
    }

    /** Cuts the way between two members, by name, in both directions. */
    public void cut(String one, String other) {
        cuts.add(one + " " + other);
        cuts.add(other + " " + one);
    }

    public void mend() {
        cuts.clear();
    }

    boolean isCut(String from, String to) {
        return cuts.contains(from + " " + to);
    }

    boolean isHealthy() {
        return cuts.isEmpty();
    }

    /** Lets something happen at another process, if the message gets there. */
    void send(SimulatedProcess from, SimulatedProcess to, Runnable arrival) {
        if (simulation.chance(terms.loss)) {
            return;
        }
        deliver(from, to, arrival);
        if (simulation.chance(terms.loss / 4)) {
            deliver(from, to, arrival);
        }
    }

    /** The same over a connection that repeats what is lost as long as it is not cut. */
    void sendSurely(SimulatedProcess from, SimulatedProcess to, Runnable arrival) {
        deliver(from, to, arrival);
    }

    private void deliver(SimulatedProcess from, SimulatedProcess to, Runnable arrival) {
        if (!isCut(from.name(), to.name())) {
            simulation.in(delayMicros(), () -> {
                if (!isCut(from.name(), to.name())) {
                    to.execute(arrival);
                }
            });
        }
    }

    long delayMicros() {
        return simulation.chance(terms.slow)
                ? simulation.upToMillis(terms.slowMillis)
                : simulation.random().nextLong(1500);
    }

    /**
     * How bad it is.
     *
     * @param loss the share of messages lost
     * @param slow the share of messages that take up to {@code slowMillis} instead of a millisecond or so
     */
    public record Terms(double loss, double slow, long slowMillis) {

        /** Nothing is lost, nothing is slow. */
        public static final Terms GOOD = new Terms(0, 0, 0);
    }
}
