package org.shaddock.metrics;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counters by name. Names come from the code, never from a client, so their number is bounded. What counts at every message
 * takes its counter once, with {@link #of}, and keeps it.
 */
public final class Counters {

    private final Map<String, LongAdder> byName = new ConcurrentHashMap<>();

    public void increment(String name) {
        add(name, 1);
    }

    public void add(String name, long amount) {
        of(name).add(amount);
    }

    /** The counter of a name, which stays the same. */
    public LongAdder of(String name) {
        return byName.computeIfAbsent(name, n -> new LongAdder());
    }

    /** The value of a counter; 0 if nothing was ever counted under that name. */
    public long value(String name) {
        LongAdder adder = byName.get(name);
        return adder == null ? 0 : adder.sum();
    }

    /** All values, sorted by name. */
    public Map<String, Long> snapshot() {
        Map<String, Long> values = new TreeMap<>();
        byName.forEach((name, adder) -> values.put(name, adder.sum()));
        return values;
    }
}
