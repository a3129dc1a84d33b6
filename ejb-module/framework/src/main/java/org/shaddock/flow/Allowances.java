package org.shaddock.flow;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A {@link TokenBucket} for each key, full when the key is new and forgotten when it is full again. Past a number of keys new ones
 * are not kept, so that no crowd can make this grow. Safe for use by any thread.
 */
public final class Allowances<K> {

    private final int most;
    private final Map<K, TokenBucket> buckets = new ConcurrentHashMap<>();

    /** @param most how many keys are kept */
    public Allowances(int most) {
        this.most = most;
    }

    /**
     * Takes one token if there is one.
     *
     * @param size the tokens of a new key
     * @param perSecond the tokens that come back in a second
     */
    public boolean take(K key, double size, double perSecond, long nowMillis) {
        boolean[] taken = new boolean[1];
        boolean full = buckets.size() >= most;
        buckets.compute(key, (same, there) -> {
            TokenBucket bucket = there == null ? new TokenBucket(size, perSecond, nowMillis) : there;
            taken[0] = bucket.take(1, nowMillis);
            return there == null && full ? null : bucket;
        });
        return taken[0];
    }

    /** Whether a key has no token now. */
    public boolean isSpent(K key, long nowMillis) {
        boolean[] spent = new boolean[1];
        buckets.computeIfPresent(key, (same, bucket) -> {
            spent[0] = bucket.isSpent(nowMillis);
            return bucket;
        });
        return spent[0];
    }

    /** Forgets the keys that are full again. Call it now and then. */
    public void sweep(long nowMillis) {
        buckets.keySet()
                .forEach(key ->
                        buckets.computeIfPresent(key, (same, bucket) -> bucket.isFull(nowMillis) ? null : bucket));
    }

    /** How many keys are not full. */
    public int size() {
        return buckets.size();
    }
}
