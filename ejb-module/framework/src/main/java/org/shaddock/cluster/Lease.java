package org.shaddock.cluster;

import java.util.function.LongSupplier;

/**
 * This member's right to speak for what it owns. Ask {@link #isHeld} before each batch, reply or write leaves an area: it costs
 * one read of the clock. A lease ends by itself, so a member that was paused or cut off finds it gone before it sends a byte.
 */
public final class Lease {

    private static final long NEVER = Long.MIN_VALUE;

    private final LeaseTerms terms;
    private final LongSupplier nowMillis;
    private volatile long heldUntilMillis = NEVER;

    /** @param nowMillis a monotonic clock that goes on while the process is stopped */
    public Lease(LeaseTerms terms, LongSupplier nowMillis) {
        this.terms = terms;
        this.nowMillis = nowMillis;
    }

    public LeaseTerms terms() {
        return terms;
    }

    /** Whether this member may speak now. */
    public boolean isHeld() {
        return nowMillis.getAsLong() < heldUntilMillis;
    }

    /** A renewal was granted. An answer that comes late still counts from when it was asked for. */
    synchronized void granted(long askedAtMillis) {
        heldUntilMillis = Math.max(heldUntilMillis, askedAtMillis + terms.durationMillis());
    }

    /** The lease is over at once. */
    synchronized void end() {
        heldUntilMillis = NEVER;
    }
}
