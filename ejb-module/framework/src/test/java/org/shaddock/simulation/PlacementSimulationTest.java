package org.shaddock.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.shaddock.cluster.LeaseTerms;
import org.shaddock.simulation.PlacementSchedule.Plan;
import org.shaddock.simulation.SimulatedNetwork.Terms;

/**
 * Thousands of random stories of clusters. One that fails names its seed and is told again, with all that happened in it, by
 * {@code -Dshaddock.simulation.seed=…}; {@code -Dshaddock.simulation.stories=…} sets how many there are.
 */
class PlacementSimulationTest {

    private static final Long ONE_SEED = Long.getLong("shaddock.simulation.seed");
    private static final long STORIES = Long.getLong("shaddock.simulation.stories", 300);
    private static final Terms BAD_NETWORK = new Terms(0.03, 0.05, 300);
    private static final double DRIFT = 0.01;

    @Test
    void shouldNeverHaveTwoSpeakersAndAlwaysAgreeInTheEndWhateverHappens() {
        long acquisitions = seeds(STORIES)
                .map(seed -> tell(
                        seed,
                        members -> new Plan(seed, (int) members, terms(members, 0.01), DRIFT, BAD_NETWORK, 12_000)))
                .sum();

        assertThat(acquisitions).isPositive();
    }

    /** The simulation can find what it looks for. */
    @Test
    void shouldFindTwoSpeakersWhenClocksDriftMoreThanTheTermsSay() {
        boolean found = LongStream.rangeClosed(1, 200)
                .mapToObj(seed -> failureOf(
                        seed, members -> new Plan(seed, (int) members, terms(members, 0), 0.3, BAD_NETWORK, 12_000)))
                .anyMatch(failure -> failure.contains("speak for"));

        assertThat(found).isTrue();
    }

    private static String failureOf(long seed, LongFunction<Plan> plan) {
        try {
            tell(seed, plan);
            return "";
        } catch (AssertionError failure) {
            return failure.getMessage();
        }
    }

    private static long tell(long seed, LongFunction<Plan> plan) {
        return new PlacementSchedule(plan.apply(seed % 3 == 0 ? 5 : 3)).run().acquisitions();
    }

    private static LeaseTerms terms(long members, double drift) {
        return new LeaseTerms(1000, drift, (int) members / 2 + 1);
    }

    private static LongStream seeds(long count) {
        return ONE_SEED == null ? LongStream.rangeClosed(1, count).parallel() : LongStream.of(ONE_SEED);
    }
}
