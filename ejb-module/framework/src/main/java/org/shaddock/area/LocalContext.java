package org.shaddock.area;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaContext;
import org.shaddock.api.AreaId;
import org.shaddock.api.AreaTimer;
import org.shaddock.api.Channel;
import org.shaddock.api.Session;
import org.shaddock.flow.Timer;

/** What an area's behaviour sees of its surroundings. */
final class LocalContext implements AreaContext {

    private final LocalArea area;
    private final Set<TurnTimer> timers = ConcurrentHashMap.newKeySet();
    private volatile long turnMillis;
    private volatile boolean closing;

    LocalContext(LocalArea area) {
        this.area = area;
    }

    @Override
    public AreaId id() {
        return area.id();
    }

    @Override
    public String member() {
        return area.host().surroundings().member();
    }

    @Override
    public long nowMillis() {
        return turnMillis;
    }

    @Override
    public Channel channel() {
        return area.channel();
    }

    @Override
    public int population() {
        return area.population();
    }

    @Override
    public Collection<Session> sessions() {
        return area.visitors().sessions();
    }

    @Override
    public AreaTimer after(long delayMillis, Runnable turn) {
        return new TurnTimer(turn, delayMillis, false).start();
    }

    @Override
    public AreaTimer every(long periodMillis, Runnable turn) {
        if (periodMillis < 1) {
            throw new IllegalArgumentException("A timer's period must be at least 1 ms, not " + periodMillis + ".");
        }
        return new TurnTimer(turn, periodMillis, true).start();
    }

    @Override
    public void close() {
        closing = true;
    }

    void startTurn(long nowMillis) {
        turnMillis = nowMillis;
    }

    boolean isClosing() {
        return closing;
    }

    boolean hasTimers() {
        return !timers.isEmpty();
    }

    void endTimers() {
        timers.forEach(TurnTimer::cancel);
    }

    /** A timer that fires as a turn of the area. */
    private final class TurnTimer implements AreaTimer {

        private final Runnable turn;
        private final long delayMillis;
        private final boolean again;
        private volatile boolean cancelled;
        private Timer.@Nullable Cancellation pending;

        TurnTimer(Runnable turn, long delayMillis, boolean again) {
            this.turn = turn;
            this.delayMillis = delayMillis;
            this.again = again;
        }

        TurnTimer start() {
            timers.add(this);
            schedule();
            return this;
        }

        @Override
        public synchronized void cancel() {
            cancelled = true;
            timers.remove(this);
            if (pending != null) {
                pending.cancel();
            }
        }

        private synchronized void schedule() {
            if (!cancelled) {
                pending = area.host().surroundings().timer().schedule(this::fire, delayMillis);
            }
        }

        private void fire() {
            area.turns().ownTurn("timer", this::run);
        }

        private void run() {
            if (cancelled) {
                return;
            }
            if (again) {
                schedule();
            } else {
                timers.remove(this);
            }
            turn.run();
        }
    }
}
