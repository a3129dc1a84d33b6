package org.shaddock.area;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.shaddock.tick.TickWheel.Ticking;
import org.shaddock.tick.Ticker;

/**
 * Runs one tick method in one area. While a tick waits for its turn no second one is queued: what was missed meanwhile is
 * made up for or skipped when the turn comes.
 */
final class TickDriver implements Ticking {

    private final LocalArea area;
    private final AreaTick tick;
    private final Ticker ticker;
    private final AtomicBoolean waiting = new AtomicBoolean();

    TickDriver(LocalArea area, AreaTick tick, long startMillis) {
        this.area = area;
        this.tick = tick;
        this.ticker = new Ticker(tick.period(), tick.catchUp(), startMillis);
    }

    @Override
    public long dueMillis() {
        return ticker.dueMillis();
    }

    @Override
    public void due() {
        if (waiting.compareAndSet(false, true)) {
            area.turns().ownTurn(tick.name(), tick.nonBlocking(), this::run);
        }
    }

    private void run() throws InvocationTargetException {
        waiting.set(false);
        Ticker.Batch batch = ticker.take(area.nowMillis());
        area.ticks().started(batch);
        if (batch.count() > 0) {
            area.figures().lateness().record(TimeUnit.MILLISECONDS.toNanos(batch.lateMillis()));
            area.figures().skipped().add(batch.skipped());
        }
        for (int i = 0; i < batch.count(); i++) {
            runOne(batch.timeMillis(i));
        }
    }

    private void runOne(long timeMillis) throws InvocationTargetException {
        AreaFigures clock = area.host().surroundings().figures();
        long startedNanos = clock.nowNanos();
        try {
            tick.run(area.state(), area.context(), timeMillis);
        } finally {
            long tookNanos = clock.nowNanos() - startedNanos;
            area.figures().ticks().record(tookNanos);
            area.ticks().ended(tookNanos);
        }
    }
}
