package org.shaddock.load;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Everybody comes at once: how long until they are in, and what that costs. */
final class Storm implements Player.Listener {

    private static final int PLAYERS = 2000;
    private static final int AT_ONCE = 500;
    private static final long LONGEST_MICROS = 120_000_000;

    private final Options options;
    private final EventLoop loop;
    private final Clock clock = new Clock();
    private final Crowd crowd;
    private final long[] beganMicros;
    private final Histogram took = new Histogram(LONGEST_MICROS, 3);

    Storm(Options options, EventLoop loop) {
        this.options = options;
        this.loop = loop;
        int players = options.number("players", PLAYERS);
        beganMicros = new long[players];
        crowd = new Crowd(loop, options, players, options.number("at-once", AT_ONCE), this, new Scratch(clock));
    }

    /** Connects everybody and tells how that went. */
    Result run() throws InterruptedException {
        Meter meter = new Meter(options.pids());
        crowd.gather();
        Result result = new Result()
                .put("label", options.text("label", ""))
                .put("mode", "connect")
                .put("players", crowd.size());
        meter.stop(result, crowd.size());
        loop.ask(() -> result.latency(took));
        TimeUnit.SECONDS.sleep(1);
        return result.put("gone", crowd.lost()).put("reasons", crowd.losses());
    }

    @Override
    public void connecting(Player player) {
        beganMicros[player.number()] = clock.micros();
    }

    @Override
    public void connected(Player player) {
        took.recordValue(Math.min(clock.micros() - beganMicros[player.number()], LONGEST_MICROS));
        crowd.settled();
    }

    @Override
    public void gone(Player player, String reason) {
        crowd.lost(player, reason);
    }
}
