package org.shaddock.load;

import java.util.Locale;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * A run in which players act by a schedule: warm-up, the window that counts, and time for what is still on its way. A
 * late server does not slow the schedule down.
 */
abstract class OpenLoop implements Player.Listener {

    private static final double MICROS_PER_SECOND = 1e6;
    private static final double MICROS_PER_MILLI = 1000;
    private static final long LONGEST_LAG_MICROS = 120_000_000;
    private static final int DRAIN_SECONDS = 10;
    private static final int AT_ONCE = 32;

    private final Options options;
    private final EventLoop loop;
    private final Clock clock = new Clock();
    private final Scratch scratch = new Scratch(clock);
    private final Stamp stamp = new Stamp();
    private final Histogram lag = new Histogram(LONGEST_LAG_MICROS, 3);
    private final Crowd crowd;
    private final int warmup;
    private final int seconds;
    private long fromMicros;
    private long toMicros;
    private long due;
    private long acts;

    OpenLoop(Options options, EventLoop loop) {
        this.options = options;
        this.loop = loop;
        this.warmup = options.number("warmup", 10);
        this.seconds = options.number("seconds", 20);
        this.crowd = new Crowd(
                loop,
                options,
                options.number("players", defaultPlayers()),
                options.number("at-once", AT_ONCE),
                this,
                scratch);
    }

    abstract int defaultPlayers();

    abstract Tally tally();

    /** Acts of each player per second. */
    abstract double rate();

    /** A player does what the run is about; returns how many deliveries that must cause. */
    abstract int act(Player player, int round, long dueMicros);

    final Options options() {
        return options;
    }

    final Crowd crowd() {
        return crowd;
    }

    /** What a player got says when that was due. */
    final Stamp stamp(Player player, byte[] bytes, int from, int to) {
        player.read(stamp, bytes, from, to);
        return stamp;
    }

    /** When that came which is being read. */
    final long readMicros() {
        return scratch.micros();
    }

    @Override
    public void gone(Player player, String reason) {
        crowd.lost(player, reason);
    }

    /** Runs from the first connection to the result. */
    final Result run() throws InterruptedException {
        crowd.gather();
        beforeActing();
        long start = clock.micros() + (long) (MICROS_PER_SECOND / 10);
        fromMicros = start + (long) (warmup * MICROS_PER_SECOND);
        toMicros = fromMicros + (long) (seconds * MICROS_PER_SECOND);
        Schedule schedule = new Schedule(crowd.size(), rate(), start);
        Future<?> pump = loop.ask(() -> {
            tally().window(fromMicros, toMicros);
            return loop.everyMilli(() -> pump(schedule));
        });
        await(fromMicros, true);
        Result result = measured();
        drain();
        pump.cancel(false);
        return loop.ask(() -> counts(result)).put("gone", crowd.lost()).put("reasons", crowd.losses());
    }

    void beforeActing() throws InterruptedException {}

    private Result measured() throws InterruptedException {
        long before = arrivedSoFar();
        Meter meter = new Meter(options.pids());
        await(toMicros, true);
        Result result = new Result();
        result.put("label", options.text("label", ""));
        result.put("mode", options.text("mode", ""));
        result.put("players", crowd.size());
        result.put("actsPerSecond", rate() * crowd.size());
        result.put("seconds", seconds);
        meter.stop(result, arrivedSoFar() - before);
        return result;
    }

    private Result counts(Result result) {
        result.put("acts", acts);
        result.put("expected", due);
        result.put("delivered", tally().counted());
        result.put("lost", due - tally().counted());
        result.put("repeated", tally().repeated());
        result.put("sendLagP99Millis", lag.getValueAtPercentile(99) / MICROS_PER_MILLI);
        return result.latency(tally().latency());
    }

    private void drain() throws InterruptedException {
        for (int i = 0; i < DRAIN_SECONDS && loop.ask(() -> tally().counted() < due); i++) {
            await(clock.micros() + (long) MICROS_PER_SECOND, true);
        }
    }

    private long arrivedSoFar() throws InterruptedException {
        return loop.ask(() -> tally().arrived());
    }

    private void pump(Schedule schedule) {
        long now = clock.micros();
        while (schedule.dueMicros() <= now && schedule.dueMicros() < toMicros) {
            long dueMicros = schedule.dueMicros();
            int deliveries = act(crowd.get(schedule.player()), schedule.round(), dueMicros);
            if (dueMicros >= fromMicros) {
                acts++;
                due += deliveries;
                lag.recordValue(Math.min(now - dueMicros, LONGEST_LAG_MICROS));
            }
            schedule.advance();
        }
    }

    /** Waits until then, and says each second how it goes. */
    private void await(long untilMicros, boolean aloud) throws InterruptedException {
        long before = arrivedSoFar();
        long left = untilMicros - clock.micros();
        while (left > 0) {
            long begun = clock.micros();
            TimeUnit.MICROSECONDS.sleep(Math.min(left, (long) MICROS_PER_SECOND));
            long after = arrivedSoFar();
            double p99 = loop.ask(() -> tally().latestP99()) / MICROS_PER_MILLI;
            if (aloud) {
                double perSecond = (after - before) * MICROS_PER_SECOND / (clock.micros() - begun);
                System.err.printf(Locale.ROOT, "%4ds %,12.0f arrived/s  p99 %,.1f ms%n", phase(), perSecond, p99);
            }
            before = after;
            left = untilMicros - clock.micros();
        }
    }

    /** Seconds since the window began; negative during the warm-up. */
    private long phase() {
        return Math.round((clock.micros() - fromMicros) / MICROS_PER_SECOND);
    }
}
