package org.shaddock.bench.tick;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.shaddock.api.Area;
import org.shaddock.api.AreaBehavior;
import org.shaddock.api.AreaContext;
import org.shaddock.api.NonBlocking;
import org.shaddock.api.Tick;

/** An area whose ticks are empty, but for a look at the clock. */
@ApplicationScoped
@Area("metronome")
public class Metronome implements AreaBehavior<Metronome.Beats> {

    private static final long PERIOD_NANOS = 50_000_000;
    private static final long LIFETIME_MILLIS = 600_000;

    @Inject
    private Jitter jitter;

    /** Nobody is in it for long, so a timer keeps it open. */
    @Override
    public Beats onOpen(AreaContext area) {
        area.after(LIFETIME_MILLIS, area::close);
        return new Beats();
    }

    /** Twenty times a second. */
    @Tick(every = "50ms")
    @NonBlocking
    public void tick(Beats beats) {
        long now = System.nanoTime();
        if (beats.lastNanos != 0) {
            jitter.note(Math.abs(now - beats.lastNanos - PERIOD_NANOS));
        }
        beats.lastNanos = now;
    }

    /** When the last tick was. */
    public static final class Beats {

        private long lastNanos;
    }
}
