package org.shaddock.cluster;

/**
 * What all members agree on about leases.
 *
 * @param durationMillis how long a lease lasts after the moment its renewal was asked for
 * @param drift how much faster or slower than true time any member's clock may run, such as 0.01
 * @param minMembers how many members must grant a lease, its holder included; more than half of all there can be. 0 switches
 *     this off: each member then vouches for itself, and a split cluster goes on in both parts
 */
public record LeaseTerms(long durationMillis, double drift, int minMembers) {

    private static final int RENEWALS_PER_LEASE = 4;
    private static final int ROUNDING_MILLIS = 3;

    public LeaseTerms {
        if (durationMillis < RENEWALS_PER_LEASE || drift < 0 || drift >= 1 || minMembers < 0) {
            throw new IllegalArgumentException("A lease needs at least " + RENEWALS_PER_LEASE
                    + " ms, a drift from 0 to below 1, and no negative number of members.");
        }
    }

    /** One second, renewed every 250 ms, with clocks that differ by up to one percent. */
    public static LeaseTerms standard(int minMembers) {
        return new LeaseTerms(1000, 0.01, minMembers);
    }

    /** How often to renew. */
    public long renewEveryMillis() {
        return durationMillis / RENEWALS_PER_LEASE;
    }

    /**
     * After how long, by any member's clock, a lease that can no longer be renewed has ended by its holder's clock. The holder
     * may be slow by the drift while the one who waits is fast by it.
     */
    public long safeTakeoverMillis() {
        return (long) Math.ceil(durationMillis * (1 + drift) / (1 - drift)) + ROUNDING_MILLIS;
    }
}
