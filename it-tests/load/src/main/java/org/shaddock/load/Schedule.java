package org.shaddock.load;

import java.util.Random;

/**
 * When each player acts, fixed beforehand and kept whatever the server does: each player once per period, at a moment of
 * its own that was drawn at random. What a late server makes wait is therefore counted as waiting.
 */
final class Schedule {

    private static final double MICROS_PER_SECOND = 1e6;
    private static final long SEED = 20_140_101;

    private final long[] phases;
    private final int[] order;
    private final double periodMicros;
    private final long startMicros;
    private int round;
    private int place;

    Schedule(int players, double actsPerSecond, long startMicros) {
        this.periodMicros = MICROS_PER_SECOND / actsPerSecond;
        this.startMicros = startMicros;
        Random random = new Random(SEED);
        phases = random.doubles(players)
                .sorted()
                .mapToLong(share -> (long) (share * periodMicros))
                .toArray();
        order = shuffled(players, random);
    }

    /** When the next act is due. */
    long dueMicros() {
        return startMicros + (long) (round * periodMicros) + phases[place];
    }

    int player() {
        return order[place];
    }

    /** How many times that player has acted before. */
    int round() {
        return round;
    }

    void advance() {
        place++;
        if (place == phases.length) {
            place = 0;
            round++;
        }
    }

    private static int[] shuffled(int players, Random random) {
        int[] order = new int[players];
        for (int i = 0; i < players; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }
}
