package org.shaddock.tick;

/**
 * Which ticks of a fixed rate are due. The k-th tick's time is the start plus k periods. Used by one thread at a time, but
 * {@link #dueMillis} by any.
 */
public final class Ticker {

    private final long periodMillis;
    private final int catchUp;
    private volatile long nextMillis;

    /**
     * The first tick is one period after the start.
     *
     * @param catchUp how many missed ticks are made up for at once
     */
    public Ticker(TickPeriod period, int catchUp, long startMillis) {
        this.periodMillis = period.millis();
        this.catchUp = catchUp;
        this.nextMillis = startMillis + periodMillis;
    }

    /** When the next tick is due. */
    public long dueMillis() {
        return nextMillis;
    }

    /** Takes the ticks to run now; the next one is due after them. */
    public Batch take(long nowMillis) {
        if (nowMillis < nextMillis) {
            return new Batch(nextMillis, periodMillis, 0, 0, 0);
        }
        long lateMillis = nowMillis - nextMillis;
        long missed = lateMillis / periodMillis;
        long skipped = Math.max(0, missed - catchUp);
        long first = nextMillis + skipped * periodMillis;
        int count = (int) (missed - skipped + 1);
        nextMillis = first + count * periodMillis;
        return new Batch(first, periodMillis, count, skipped, lateMillis);
    }

    /**
     * Ticks to run one after the other.
     *
     * @param firstMillis the first one's time
     * @param periodMillis from one to the next
     * @param count how many; may be 0
     * @param skipped how many were left out before the first
     * @param lateMillis how late the earliest of all is
     */
    public record Batch(long firstMillis, long periodMillis, int count, long skipped, long lateMillis) {

        /** The time of one of them. */
        public long timeMillis(int index) {
            return firstMillis + index * periodMillis;
        }
    }
}
