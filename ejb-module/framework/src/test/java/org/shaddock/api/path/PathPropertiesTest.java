package org.shaddock.api.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The finder finds what a search without any cleverness finds. */
class PathPropertiesTest {

    @Property(tries = 500)
    void shouldFindWayAsCheapAsDijkstraDoes(
            @ForAll @IntRange(min = 1, max = 14) int width,
            @ForAll @IntRange(min = 1, max = 14) int height,
            @ForAll @IntRange(min = 0, max = 60) int blockedPercent,
            @ForAll Random random) {
        int[][] weights = weights(width, height, blockedPercent, random);
        PathFinder finder = new PathFinder(TileMap.of(weights));
        for (int search = 0; search < 5; search++) {
            int fromX = random.nextInt(width);
            int fromY = random.nextInt(height);
            int toX = random.nextInt(width);
            int toY = random.nextInt(height);
            long cheapest = new SlowSearch(weights).cost(fromX, fromY, toX, toY);

            Path path = finder.find(fromX, fromY, toX, toY);

            assertThat(path.isFound()).isEqualTo(cheapest >= 0);
            if (path.isFound()) {
                assertThat(path.x(0)).isEqualTo(fromX);
                assertThat(path.y(0)).isEqualTo(fromY);
                assertThat(path.x(path.length() - 1)).isEqualTo(toX);
                assertThat(path.y(path.length() - 1)).isEqualTo(toY);
                assertThat(new SlowSearch(weights).cost(path)).isEqualTo(cheapest);
                assertThat(path.cost()).isEqualTo(cheapest / 70.0);
            }
        }
    }

    private static int[][] weights(int width, int height, int blockedPercent, Random random) {
        int[][] weights = new int[height][width];
        for (int[] row : weights) {
            for (int x = 0; x < width; x++) {
                row[x] = random.nextInt(100) < blockedPercent ? -random.nextInt(2) : 1 + random.nextInt(5);
            }
        }
        return weights;
    }

    /** Lets every tile cheapen its neighbours until nothing changes. */
    private record SlowSearch(int[][] weights) {

        private static final long NEVER = Long.MAX_VALUE;

        long cost(int fromX, int fromY, int toX, int toY) {
            long[][] cost = new long[weights.length][weights[0].length];
            for (long[] row : cost) {
                java.util.Arrays.fill(row, NEVER);
            }
            cost[fromY][fromX] = 0;
            boolean changed = true;
            while (changed) {
                changed = false;
                for (int y = 0; y < cost.length; y++) {
                    for (int x = 0; x < cost[0].length; x++) {
                        changed |= cost[y][x] != NEVER && cheapen(cost, x, y);
                    }
                }
            }
            return cost[toY][toX] == NEVER ? -1 : cost[toY][toX];
        }

        private boolean cheapen(long[][] cost, int x, int y) {
            boolean changed = false;
            for (int toY = y - 1; toY <= y + 1; toY++) {
                for (int toX = x - 1; toX <= x + 1; toX++) {
                    long step = step(x, y, toX, toY);
                    if (step > 0 && cost[y][x] + step < cost[toY][toX]) {
                        cost[toY][toX] = cost[y][x] + step;
                        changed = true;
                    }
                }
            }
            return changed;
        }

        /** What the path costs step by step; fails if one of them is no step. */
        long cost(Path path) {
            long sum = 0;
            for (int i = 1; i < path.length(); i++) {
                long step = step(path.x(i - 1), path.y(i - 1), path.x(i), path.y(i));
                assertThat(step).isPositive();
                sum += step;
            }
            return sum;
        }

        private long step(int x, int y, int toX, int toY) {
            int distance = Math.abs(x - toX) + Math.abs(y - toY);
            boolean isNeighbour = distance > 0 && Math.abs(x - toX) <= 1 && Math.abs(y - toY) <= 1;
            if (!isNeighbour || !isOpen(toX, toY) || !(distance == 1 || isOpen(x, toY) && isOpen(toX, y))) {
                return -1;
            }
            return weights[toY][toX] * (distance == 1 ? 70L : 99L);
        }

        private boolean isOpen(int x, int y) {
            return y >= 0 && y < weights.length && x >= 0 && x < weights[0].length && weights[y][x] > 0;
        }
    }
}
