package org.shaddock.remote.call;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.shaddock.api.FailureMode;
import org.shaddock.flow.Timer;

/** When a call that did not get through is tried again, and those that wait for it. */
final class Retries {

    /** Not again. */
    static final long NEVER = -1;

    private static final long FIRST_PAUSE_MILLIS = 250;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;
    private static final int MAX_RETRIES = 3;
    private static final int MAX_BACKGROUND_RETRIES = 10;
    private static final int MAX_WAITING = 10_000;

    private final Timer timer;
    private final Set<Delivery> waiting = ConcurrentHashMap.newKeySet();

    Retries(Timer timer) {
        this.timer = timer;
    }

    /**
     * How long to wait, in milliseconds, before the next attempt; {@link #NEVER} for none.
     *
     * @param failures how many attempts have failed, from 1
     * @param wasAsked whether a member was asked at the last attempt, so that another one may do better
     */
    static long pauseMillis(FailureMode mode, Target target, int failures, boolean wasAsked) {
        return switch (mode) {
            case FAILFAST -> NEVER;
            case FAILOVER -> failover(target, failures, wasAsked);
            case FAILSAFE -> failures <= MAX_RETRIES ? growing(failures) : NEVER;
            case FAILBACK -> failures <= MAX_BACKGROUND_RETRIES ? growing(failures) : NEVER;
        };
    }

    /** Tries again later, or fails the call if too many wait already. */
    void later(Delivery delivery, long pauseMillis) {
        if (waiting.size() >= MAX_WAITING) {
            delivery.giveUp();
            return;
        }
        waiting.add(delivery);
        Timer.Cancellation unused = timer.schedule(
                () -> {
                    if (waiting.remove(delivery)) {
                        delivery.attempt();
                    }
                },
                pauseMillis);
    }

    /** Fails all that wait. */
    void close() {
        waiting.forEach(delivery -> {
            waiting.remove(delivery);
            delivery.giveUp();
        });
    }

    private static long failover(Target target, int failures, boolean wasAsked) {
        if (target instanceof Target.ToArea) {
            return failures <= MAX_RETRIES ? growing(failures) : NEVER;
        }
        return wasAsked && !(target instanceof Target.ToMember) ? 0 : NEVER;
    }

    private static long growing(int failures) {
        return Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << (failures - 1));
    }
}
