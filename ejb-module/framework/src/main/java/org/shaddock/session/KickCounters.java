package org.shaddock.session;

import org.shaddock.metrics.Counters;

/** Counts kicks by reason: the framework's own reasons one by one, and what games and operators write together. */
final class KickCounters {

    static final String TOO_SLOW = "too slow";
    static final String FLOOD = "flood";
    static final String IDLE = "idle";

    private final Counters counters;

    KickCounters(Counters counters) {
        this.counters = counters;
    }

    void kicked(String reason) {
        counters.increment(
                switch (reason) {
                    case TOO_SLOW -> "session.kicked.slow";
                    case FLOOD -> "session.kicked.flood";
                    case IDLE -> "session.kicked.idle";
                    case Users.SIGNED_IN_ELSEWHERE -> "session.kicked.login";
                    default -> "session.kicked.other";
                });
    }
}
