package org.shaddock.load;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** Everybody asks, and is answered by the area. */
final class Echo extends OpenLoop {

    private static final String PAYLOAD = "abcdefghijklmnopqrstuvwxyz012345";
    private static final int REASONS = 5;
    private static final double DEFAULT_PER_SECOND = 1000;

    private final Tally tally;
    private final BitSet entered = new BitSet();
    private int refused;

    Echo(Options options, EventLoop loop) {
        super(options, loop);
        tally = new Tally(0, 0);
    }

    /** An answer without the question's stamp says why there is none. */
    private void refused(Player player, byte[] bytes, int from, int to) {
        refused++;
        if (refused <= REASONS) {
            System.err.println("Player " + player.number() + " was refused: "
                    + new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }
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
            Stamp stamp = stamp(player, bytes, from, to);
            if (stamp.micros() == 0) {
                refused(player, bytes, from, to);
            } else {
                tally.arrived(stamp, readMicros());
            }
            return;
        }
        Entering.check(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        entered.set(player.number());
        crowd().settled();
    }
}
