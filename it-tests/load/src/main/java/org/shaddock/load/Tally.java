package org.shaddock.load;

import org.HdrHistogram.Histogram;

/**
 * What has arrived: how much, how late, and whether each receiver got each sender's acts once and in order. Latency
 * counts from when an act was due, not from when it was sent, so waiting that the server imposes on the generator is not
 * overlooked.
 */
final class Tally {

    private static final long LONGEST_MICROS = 120_000_000;
    private static final int DIGITS = 3;

    private final short[][] next;
    private final Histogram latency = new Histogram(LONGEST_MICROS, DIGITS);
    private final Histogram latest = new Histogram(LONGEST_MICROS, DIGITS);
    private long fromMicros = Long.MAX_VALUE;
    private long toMicros = Long.MAX_VALUE;
    private long arrived;
    private long counted;
    private long repeated;

    /** @param receivers each of which hears that many senders */
    Tally(int receivers, int senders) {
        next = new short[receivers][senders];
    }

    /** Counts what is due from then until before then. */
    void window(long from, long to) {
        fromMicros = from;
        toMicros = to;
    }

    /** One act of a sender has come to a receiver. */
    void seen(int receiver, int sender, Stamp stamp, long nowMicros) {
        short[] row = next[receiver];
        short ahead = (short) (stamp.count() - row[sender]);
        if (ahead < 0) {
            repeated++;
        }
        row[sender] = (short) (stamp.count() + 1);
        arrived(stamp, nowMicros);
    }

    /** Something has come of which it does not matter in which order. */
    void arrived(Stamp stamp, long nowMicros) {
        arrived++;
        long waited = Math.min(Math.max(nowMicros - stamp.micros(), 0), LONGEST_MICROS);
        latest.recordValue(waited);
        if (stamp.micros() >= fromMicros && stamp.micros() < toMicros) {
            counted++;
            latency.recordValue(waited);
        }
    }

    /** All that has arrived. */
    long arrived() {
        return arrived;
    }

    /** What has arrived of that which was due in the window. */
    long counted() {
        return counted;
    }

    /** What came again, or after something later of the same sender. */
    long repeated() {
        return repeated;
    }

    Histogram latency() {
        return latency;
    }

    /** The 99th percentile since this was asked last, in microseconds. */
    long latestP99() {
        long p99 = latest.getValueAtPercentile(99);
        latest.reset();
        return p99;
    }
}
