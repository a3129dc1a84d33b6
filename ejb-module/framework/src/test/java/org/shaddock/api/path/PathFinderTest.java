package org.shaddock.api.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathFinderTest {

    /** Draws a map: a digit is a weight, # is blocked. */
    private static int[][] rows(String... lines) {
        return Arrays.stream(lines)
                .map(line -> line.chars().map(c -> c == '#' ? 0 : c - '0').toArray())
                .toArray(int[][]::new);
    }

    private static String tiles(Path path) {
        return IntStream.range(0, path.length())
                .mapToObj(i -> path.x(i) + "," + path.y(i))
                .collect(Collectors.joining(" "));
    }

    @Test
    void shouldGoStraightOverOpenGround() {
        Path path = new PathFinder(TileMap.of(rows("111", "111", "111"))).find(0, 0, 2, 2);

        assertThat(tiles(path)).isEqualTo("0,0 1,1 2,2");
        assertThat(path.cost()).isEqualTo(2 * 99 / 70.0);
    }

    @Test
    void shouldNotCutCorner() {
        Path path = new PathFinder(TileMap.of(rows("1#", "11"))).find(0, 0, 1, 1);

        assertThat(tiles(path)).isEqualTo("0,0 0,1 1,1");
    }

    @Test
    void shouldNotSlipBetweenTwoWallsThatTouch() {
        Path path = new PathFinder(TileMap.of(rows("1#", "#1"))).find(0, 0, 1, 1);

        assertThat(path.status()).isEqualTo(Path.Status.UNREACHABLE);
    }

    @Test
    void shouldGoAroundSwamp() {
        Path path = new PathFinder(TileMap.of(rows("191", "191", "111"))).find(0, 0, 2, 0);

        assertThat(tiles(path)).isEqualTo("0,0 0,1 1,2 2,1 2,0");
        assertThat(path.cost()).isEqualTo((2 * 70 + 2 * 99) / 70.0);
    }

    @Test
    void shouldCrossSwampWhenWayAroundIsLonger() {
        Path path = new PathFinder(TileMap.of(rows("121", "121", "111"))).find(0, 0, 2, 0);

        assertThat(tiles(path)).isEqualTo("0,0 1,0 2,0");
    }

    @Test
    void shouldBeThereAlreadyWhenStartIsGoal() {
        Path path = new PathFinder(TileMap.of(rows("1#"))).find(1, 0, 1, 0);

        assertThat(tiles(path)).isEqualTo("1,0");
        assertThat(path.cost()).isZero();
    }

    @Test
    void shouldFindWayOutOfWall() {
        Path path = new PathFinder(TileMap.of(rows("#1"))).find(0, 0, 1, 0);

        assertThat(tiles(path)).isEqualTo("0,0 1,0");
    }

    @Test
    void shouldNotReachBlockedGoal() {
        Path path = new PathFinder(TileMap.of(rows("1#"))).find(0, 0, 1, 0);

        assertThat(path.status()).isEqualTo(Path.Status.UNREACHABLE);
        assertThat(path.length()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"-1,0,0,0", "0,2,0,0", "0,0,2,0", "0,0,0,-1", "2147483647,0,0,0", "0,0,-2147483648,2147483647"})
    void shouldSayWhenPlaceIsOutside(int fromX, int fromY, int toX, int toY) {
        PathFinder finder = new PathFinder(TileMap.of(rows("11", "11")));

        assertThat(finder.find(fromX, fromY, toX, toY).status()).isEqualTo(Path.Status.OUTSIDE);
    }

    @Test
    void shouldGiveUpAtLimitAndFindAtOneMore() {
        TileMap corridor = TileMap.of(rows("11111"));

        assertThat(new PathFinder(corridor, 3).find(0, 0, 4, 0).status()).isEqualTo(Path.Status.GAVE_UP);
        assertThat(new PathFinder(corridor, 4).find(0, 0, 4, 0).isFound()).isTrue();
    }

    @Test
    void shouldSeeDoorThatWasShutSinceLastSearch() {
        int[] door = {1};
        TileMap map = new TileMap() {
            @Override
            public int width() {
                return 3;
            }

            @Override
            public int height() {
                return 1;
            }

            @Override
            public int weight(int x, int y) {
                return x == 1 ? door[0] : 1;
            }
        };
        PathFinder finder = new PathFinder(map);

        assertThat(finder.find(0, 0, 2, 0).isFound()).isTrue();
        door[0] = TileMap.BLOCKED;
        assertThat(finder.find(0, 0, 2, 0).isFound()).isFalse();
    }

    @Test
    void shouldCountLargeWeightsWithoutOverflow() {
        TileMap map = TileMap.of(new int[][] {{1, Integer.MAX_VALUE, Integer.MAX_VALUE, 1}});

        assertThat(new PathFinder(map).find(0, 0, 3, 0).cost()).isEqualTo(2.0 * Integer.MAX_VALUE + 1);
    }

    @Test
    void shouldAllocateNothingButPath() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int[][] open = new int[100][100];
        for (int[] row : open) {
            Arrays.fill(row, 1);
        }
        open[98][99] = 0;
        open[99][98] = 0;
        PathFinder finder = new PathFinder(TileMap.of(open));
        finder.find(0, 0, 99, 99);
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 20; i++) {
            finder.find(0, 0, 99, 99);
        }
        long unreachable = threads.getCurrentThreadAllocatedBytes() - before;
        finder.find(0, 0, 99, 97);

        assertThat(unreachable).isLessThan(4_096);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before - unreachable)
                .isLessThan(4_096);
    }

    @Test
    void shouldRefuseMapThatIsNoRectangle() {
        assertThatIllegalArgumentException().isThrownBy(() -> TileMap.of(rows("11", "1")));
        assertThatIllegalArgumentException().isThrownBy(() -> new PathFinder(TileMap.of(new int[0][0])));
    }

    @Test
    void shouldRefuseLimitBelowOne() {
        TileMap map = TileMap.of(rows("1"));

        assertThatIllegalArgumentException().isThrownBy(() -> new PathFinder(map, 0));
    }
}
