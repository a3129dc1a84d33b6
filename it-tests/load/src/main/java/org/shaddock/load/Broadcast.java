package org.shaddock.load;

import java.nio.charset.StandardCharsets;

/** Everybody moves now and then, and everybody sees everybody move. */
final class Broadcast extends OpenLoop {

    private static final int PLACES = 1000;
    private static final int DIRECTIONS = 8;

    private final Tally tally;
    private final int slow;

    Broadcast(Options options, EventLoop loop) {
        super(options, loop);
        slow = options.number("slow", 0);
        tally = new Tally(crowd().size(), crowd().size());
    }

    @Override
    int defaultPlayers() {
        return 1000;
    }

    @Override
    Tally tally() {
        return tally;
    }

    @Override
    double rate() {
        return options().decimal("rate", 1);
    }

    @Override
    void beforeActing() throws InterruptedException {
        for (int i = 0; i < slow; i++) {
            crowd().get(i).stopReading();
        }
    }

    /** A slow player acts like the others, but it is not expected to see anything. */
    @Override
    int act(Player player, int round, long dueMicros) {
        player.move(dueMicros, round, player.number() % PLACES, round % DIRECTIONS);
        return crowd().size() - slow;
    }

    @Override
    public void connected(Player player) {
        player.enter(options().text("room", "arena"));
    }

    @Override
    public void answered(Player player, byte[] bytes, int from, int to) {
        Entering.check(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        crowd().settled();
    }

    @Override
    public void pushed(Player player, byte[] bytes, int from, int to) {
        Stamp stamp = stamp(player, bytes, from, to);
        tally.seen(player.number(), stamp.sender(), stamp, readMicros());
    }
}
