package org.shaddock.load;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Many clients that are connected and do nothing: what memory each costs the server. */
final class Idle implements Player.Listener {

    private static final int PLAYERS = 5000;
    private static final int AT_ONCE = 64;
    private static final int SETTLE_SECONDS = 5;
    private static final double KIB_PER_MIB = 1024;

    private final Options options;
    private final Crowd crowd;

    Idle(Options options, EventLoop loop) {
        this.options = options;
        crowd = new Crowd(
                loop,
                options,
                options.number("players", PLAYERS),
                options.number("at-once", AT_ONCE),
                this,
                new Scratch(new Clock()));
    }

    Result run() throws InterruptedException {
        List<Long> pids = options.pids();
        double heapBefore = JavaHeap.usedMib(pids);
        double before = Cpu.residentMib(pids);
        crowd.gather();
        TimeUnit.SECONDS.sleep(options.number("warmup", SETTLE_SECONDS));
        double heapAfter = JavaHeap.usedMib(pids);
        double after = Cpu.residentMib(pids);
        Meter meter = new Meter(pids);
        TimeUnit.SECONDS.sleep(options.number("seconds", SETTLE_SECONDS));
        Result result = new Result()
                .put("label", options.text("label", ""))
                .put("mode", "idle")
                .put("players", crowd.size())
                .put("residentKibPerConnection", (after - before) * KIB_PER_MIB / crowd.size())
                .put("heapKibPerConnection", (heapAfter - heapBefore) * KIB_PER_MIB / crowd.size());
        meter.stop(result, crowd.size());
        return result.put("gone", crowd.lost()).put("reasons", crowd.losses());
    }

    @Override
    public void connected(Player player) {
        crowd.settled();
    }

    @Override
    public void gone(Player player, String reason) {
        crowd.lost(player, reason);
    }
}
