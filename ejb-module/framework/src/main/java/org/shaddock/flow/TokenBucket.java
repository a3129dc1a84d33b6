package org.shaddock.flow;

/** An allowance that refills evenly up to its size. Not safe for use by several threads at once. */
public final class TokenBucket {

    private final double size;
    private final double perMilli;
    private double tokens;
    private long lastMillis;
    private long excusedUntilMillis;

    /**
     * @param size the tokens that may be used at once; the bucket starts full
     * @param perSecond the tokens that come back in a second
     */
    public TokenBucket(double size, double perSecond, long nowMillis) {
        this.size = size;
        this.perMilli = perSecond / 1000;
        this.tokens = size;
        this.lastMillis = nowMillis;
        this.excusedUntilMillis = nowMillis;
    }

    /** Takes tokens if there are enough; a clock that goes backwards refills nothing. */
    public boolean take(double wanted, long nowMillis) {
        refill(nowMillis);
        if (tokens < wanted) {
            return false;
        }
        tokens -= wanted;
        return true;
    }

    /**
     * What is taken from now on has waited for so long, so that it comes at once and not evenly: what would not have fitted into the
     * bucket meanwhile may be taken, too, the sooner the more of it.
     */
    public void excuse(long waitedMillis, long nowMillis) {
        excusedUntilMillis = Math.max(excusedUntilMillis, nowMillis + waitedMillis);
        refill(nowMillis);
    }

    /** Whether there is not even one token. */
    boolean isSpent(long nowMillis) {
        refill(nowMillis);
        return tokens < 1;
    }

    /** Whether nothing is missing, so that a new bucket would be the same. */
    public boolean isFull(long nowMillis) {
        refill(nowMillis);
        return tokens >= size;
    }

    private void refill(long nowMillis) {
        double most = size + Math.max(0, excusedUntilMillis - nowMillis) * perMilli;
        tokens = Math.min(most, tokens + Math.max(0, nowMillis - lastMillis) * perMilli);
        lastMillis = Math.max(lastMillis, nowMillis);
    }
}
