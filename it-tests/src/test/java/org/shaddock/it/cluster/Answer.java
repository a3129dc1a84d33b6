package org.shaddock.it.cluster;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What a room has answered.
 *
 * @param body       of the answer
 * @param sentNanos  when the request was sent
 * @param cameNanos  when the answer came
 */
record Answer(Map<String, Object> body, long sentNanos, long cameNanos) {

    /** Codes that say: try again. */
    private static final Set<Object> RETRYABLE = Set.of(1408L, 1502L, 1503L);

    boolean isGood() {
        return !body.containsKey("code");
    }

    boolean isRetryable() {
        Object code = body.get("code");
        return code != null && RETRYABLE.contains(code);
    }

    long tookMillis() {
        return TimeUnit.NANOSECONDS.toMillis(cameNanos - sentNanos);
    }

    /** The member that has answered. */
    String member() {
        return String.valueOf(body.get("member"));
    }

    /** The life of the room that has answered; another one each time it opens. */
    String life() {
        return String.valueOf(body.get("life"));
    }
}
