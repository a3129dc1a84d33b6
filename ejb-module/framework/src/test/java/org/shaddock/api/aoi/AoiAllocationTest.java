package org.shaddock.api.aoi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What moving and telling cost in memory, measured. */
class AoiAllocationTest {

    private static final int ENTITIES = 500;
    private static final int ROUNDS = 20;

    /** Asking for the figure and calling for the first time may cost a little; one byte per move would be 10,000. */
    private static final long NOTHING = 4_096;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Random random = new Random(11);
    private final double[] x = random.doubles(ENTITIES, -100, 100).toArray();
    private final double[] y = random.doubles(ENTITIES, -100, 100).toArray();
    private final Count count = new Count();

    private AoiGrid crowd(AoiSettings settings) {
        AoiGrid grid = new AoiGrid(settings);
        for (int i = 0; i < ENTITIES; i++) {
            grid.watch(grid.add(0, 0), 25);
        }
        // The fullest that any view and the world can be.
        grid.tick(count);
        return grid;
    }

    private void move(AoiGrid grid, int round) {
        for (int i = 0; i < ENTITIES; i++) {
            grid.move(i, x[(i + round) % ENTITIES], y[(i + round * 7) % ENTITIES]);
        }
    }

    private long allocated(Runnable work) {
        work.run();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void shouldAllocateNothingForMoves() {
        AoiGrid grid = crowd(AoiSettings.cells(25).withMaxEntities(20));

        assertThat(allocated(() -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        move(grid, round);
                    }
                }))
                .isLessThan(NOTHING);
    }

    @Test
    void shouldAllocateNothingForTicks() {
        AoiGrid grid = crowd(AoiSettings.cells(25).withMaxEntities(20).withBytesPerTick(100));
        long before = count.events;

        assertThat(allocated(() -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        move(grid, round);
                        grid.tick(count);
                    }
                }))
                .isLessThan(NOTHING);
        assertThat(count.events - before).isGreaterThan(50_000);
    }

    @Test
    void shouldAllocateNothingWhenEntitiesComeAndGo() {
        AoiGrid grid = crowd(AoiSettings.cells(25).withMaxEntities(20));

        assertThat(allocated(() -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        grid.remove(ENTITIES - 1);
                        grid.tick(count);
                        grid.add(round, round);
                    }
                }))
                .isLessThan(NOTHING);
    }

    private static final class Count implements AoiListener {

        private long events;

        @Override
        public int entered(int watcher, int entity) {
            events++;
            return 4;
        }

        @Override
        public int moved(int watcher, int entity) {
            events++;
            return 4;
        }

        @Override
        public int left(int watcher, int entity) {
            events++;
            return 4;
        }
    }
}
