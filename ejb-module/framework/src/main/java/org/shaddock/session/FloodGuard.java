package org.shaddock.session;

import org.shaddock.flow.TokenBucket;

/**
 * Watches how much one client sends: first its packets are refused, and if it goes on it is to be kicked. A second
 * without a refusal forgives. What has piled up because the server was late is not held against the client. Used by the connection's
 * reader only.
 */
final class FloodGuard {

    private static final int BURST_SECONDS = 2;
    private static final long FORGIVEN_MILLIS = 1000;

    private final FloodLimits limits;
    private final TokenBucket messages;
    private final TokenBucket bytes;
    private int strikes;
    private long lastStrikeMillis;

    FloodGuard(FloodLimits limits, long nowMillis) {
        this.limits = limits;
        this.messages = new TokenBucket(
                (double) BURST_SECONDS * limits.messagesPerSecond(), limits.messagesPerSecond(), nowMillis);
        this.bytes =
                new TokenBucket((double) BURST_SECONDS * limits.bytesPerSecond(), limits.bytesPerSecond(), nowMillis);
    }

    Verdict packet(int length, long nowMillis) {
        if (messages.take(1, nowMillis) && bytes.take(length, nowMillis)) {
            return Verdict.PASS;
        }
        strikes = nowMillis - lastStrikeMillis > FORGIVEN_MILLIS ? 1 : strikes + 1;
        lastStrikeMillis = nowMillis;
        return strikes > limits.strikes() ? Verdict.KICK : Verdict.REFUSE;
    }

    /** What comes now may have waited for this server for so long. */
    void waited(long millis, long nowMillis) {
        messages.excuse(millis, nowMillis);
        bytes.excuse(millis, nowMillis);
    }

    /** What to do with a packet. */
    enum Verdict {
        PASS,
        REFUSE,
        KICK
    }
}
