package org.shaddock.load;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** Everybody asks, and is answered by the area. */
final class Echo extends OpenLoop {

    private static final String PAYLOAD = "abcdefghijklmnopqrstuvwxyz012345";
    private static final double DEFAULT_PER_SECOND = 1000;

    private final Tally tally;
    private final BitSet entered = new BitSet();

    Echo(Options options, EventLoop loop) {
        super(options, loop);
        tally = new Tally(0, 0);
    }

    @Override
    int defaultPlayers() {
        return 100;
    }

    @Override
    Tally tally() {
        return tally;
    }

    /** The rate that was asked for is of all players together. */
    @Override
    double rate() {
        return options().decimal("rate", DEFAULT_PER_SECOND) / crowd().size();
    }

    @Override
    int act(Player player, int round, long dueMicros) {
        player.ask(dueMicros, PAYLOAD);
        return 1;
    }

    @Override
    public void connected(Player player) {
        player.enter(options().text("room", "arena"));
    }

    @Override
    public void answered(Player player, byte[] bytes, int from, int to) {
        if (entered.get(player.number())) {
            tally.arrived(stamp(player, bytes, from, to), readMicros());
            return;
        }
        Entering.check(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        entered.set(player.number());
        crowd().settled();
    }
}
