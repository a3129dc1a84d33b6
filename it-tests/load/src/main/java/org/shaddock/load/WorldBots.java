package org.shaddock.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Heroes that play the world demo by themselves: {@code --players} of them for {@code --seconds}, or until Ctrl-C if that
 * is 0. Prints every few seconds how they are, and ends with an error if one was thrown out or was not told everything.
 */
public final class WorldBots implements Player.Listener {

    private static final int MAX_BOTS = 5_000;
    private static final int REPORT_SECONDS = 5;
    private static final int AT_ONCE = 50;
    private static final int ACT_EVERY_MILLIS = 20;

    private final Map<Player, WorldBot> bots = new HashMap<>();
    private final List<String> losses = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(1);
    private final Clock clock = new Clock();
    private final Crowd crowd;
    private long bytes;
    private long ticks;
    private boolean ending;

    private WorldBots(EventLoop loop, Options options, int size) {
        crowd = new Crowd(loop, options, size, AT_ONCE, this, new Scratch(clock));
        for (int i = 0; i < size; i++) {
            bots.put(crowd.get(i), new WorldBot(crowd.get(i), "Bot " + (i + 1), random.split()));
        }
    }

    /** Plays until the time is over; exit code 1 if anything was lost. */
    public static void main(String[] arguments) throws InterruptedException {
        Report report = run(arguments);
        System.out.println(report);
        if (!report.isFaultless()) {
            System.exit(1);
        }
    }

    /** Plays, and says how it went. */
    public static Report run(String... arguments) throws InterruptedException {
        Options options = new Options(arguments);
        int size = options.number("players", 20);
        if (size < 1 || size > MAX_BOTS) {
            throw new IllegalArgumentException("There can be 1 to " + MAX_BOTS + " bots, not " + size + ".");
        }
        int seconds = options.number("seconds", 0);
        try (EventLoop loop = new EventLoop()) {
            WorldBots bots = new WorldBots(loop, options, size);
            var unused = loop.everyMilli(bots::act);
            bots.crowd.gather();
            Report last = loop.ask(bots::report);
            for (int second = 0; seconds == 0 || second < seconds; second += REPORT_SECONDS) {
                TimeUnit.SECONDS.sleep(REPORT_SECONDS);
                Report now = loop.ask(bots::report);
                System.out.println(now.since(last));
                last = now;
            }
            loop.ask(() -> bots.ending = true);
            return last;
        }
    }

    @Override
    public void connected(Player player) {
        bot(player).enter();
    }

    @Override
    public void answered(Player player, byte[] json, int from, int to) {
        bot(player).answered(text(json, from, to), millis());
    }

    @Override
    public void pushed(Player player, byte[] json, int from, int to) {
        WorldBot bot = bot(player);
        boolean wasIn = bot.isIn();
        bytes += to - from;
        bot.pushed(text(json, from, to), millis());
        if (!wasIn && bot.isIn() && bot.travels() == 0) {
            crowd.settled();
        }
    }

    @Override
    public void gone(Player player, String reason) {
        if (!ending) {
            losses.add("bot " + player.number() + ": " + reason);
            crowd.lost(player, reason);
        }
    }

    private void act() {
        ticks++;
        if (ticks % ACT_EVERY_MILLIS == 0) {
            long now = millis();
            bots.values().forEach(bot -> bot.act(now));
        }
    }

    private Report report() {
        return new Report(
                bots.values().stream().filter(WorldBot::isIn).count(),
                bots.values().stream().mapToLong(WorldBot::views).sum(),
                bots.values().stream().mapToLong(WorldBot::missed).sum(),
                bots.values().stream().mapToLong(WorldBot::travels).sum(),
                bytes,
                List.copyOf(losses));
    }

    private WorldBot bot(Player player) {
        WorldBot bot = bots.get(player);
        if (bot == null) {
            throw new IllegalStateException("A player without a bot: " + player.number());
        }
        return bot;
    }

    private long millis() {
        return clock.micros() / 1000 + 1;
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /**
     * How the bots are.
     *
     * @param in bots in the world now
     * @param views pushes of what is around a hero, so far
     * @param missed those that their numbers show to be missing
     * @param travels journeys through a portal
     * @param bytes of all pushes
     * @param losses bots whose connection has ended, and why
     */
    public record Report(long in, long views, long missed, long travels, long bytes, List<String> losses) {

        /** Whether everybody is still there and was told everything. */
        public boolean isFaultless() {
            return missed == 0 && losses.isEmpty();
        }

        /** What has come on top of an earlier report, for one line. */
        String since(Report earlier) {
            return String.format(
                    "%,d bots in the world, %,d views/s, %,d KiB/s, %,d missed, %,d journeys, %,d lost %s",
                    in,
                    (views - earlier.views) / REPORT_SECONDS,
                    (bytes - earlier.bytes) / 1024 / REPORT_SECONDS,
                    missed,
                    travels,
                    losses.size(),
                    losses.stream().limit(3).toList());
        }
    }
}
