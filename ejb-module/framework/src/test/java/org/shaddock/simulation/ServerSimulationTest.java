package org.shaddock.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shaddock.simulation.SimulatedNetwork.Terms;
import org.shaddock.testing.LogRecorder;

/**
 * Random stories of whole servers and their clients. One that fails names its seed and is told again, with all that happened in
 * it, by {@code -Dshaddock.simulation.seed=…}; {@code -Dshaddock.simulation.stories=…} sets how many there are.
 */
class ServerSimulationTest {

    private static final Long ONE_SEED = Long.getLong("shaddock.simulation.seed");
    private static final long STORIES = Long.getLong("shaddock.simulation.stories", 300) / 3;
    private static final Terms BAD_NETWORK = new Terms(0.03, 0.05, 300);
    private static final Terms SLOW_NETWORK = new Terms(0.01, 0.05, 300);

    private final LogRecorder misfortunes = LogRecorder.of("org.shaddock");

    @AfterEach
    void letTheLogSpeakAgain() {
        misfortunes.close();
    }

    @Test
    void shouldAnswerEveryRequestOnceAndNeverSayAnythingTwiceWhateverHappens() {
        long confirmed = seeds(1).map(seed -> new ServerStory(seed, BAD_NETWORK).tell(12_000))
                .sum();

        assertThat(confirmed).isPositive();
    }

    @Test
    void shouldLoseNothingOfAConversationWhileOneServerAfterTheOtherIsReplaced() {
        long confirmed = seeds(2).map(seed -> new RollingStory(seed, SLOW_NETWORK).tell())
                .sum();

        assertThat(confirmed).isPositive();
    }

    private static LongStream seeds(int times) {
        return ONE_SEED == null ? LongStream.rangeClosed(1, times * STORIES).parallel() : LongStream.of(ONE_SEED);
    }
}
