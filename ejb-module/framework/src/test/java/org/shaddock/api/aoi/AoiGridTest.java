package org.shaddock.api.aoi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shaddock.api.aoi.Recorder.tick;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AoiGridTest {

    private static final AoiSettings SETTINGS = AoiSettings.cells(10).withFar(1, 1);

    private final AoiGrid grid = new AoiGrid(SETTINGS);

    @Test
    void shouldTellWhatEntersMovesAndLeaves() {
        int watcher = grid.watchAt(0, 0, 10);
        int entity = grid.add(3, 4);

        assertThat(tick(grid)).containsExactly(watcher + " entered " + entity);
        grid.move(entity, 4, 4);
        assertThat(tick(grid)).containsExactly(watcher + " moved " + entity);
        grid.move(entity, 40, 4);
        assertThat(tick(grid)).containsExactly(watcher + " left " + entity);
    }

    @Test
    void shouldTellNothingWhenNothingHasMoved() {
        grid.watchAt(0, 0, 10);
        int entity = grid.add(3, 4);
        tick(grid);
        grid.move(entity, 3, 4);

        assertThat(tick(grid)).isEmpty();
    }

    @Test
    void shouldNotShowFollowedEntityToItsWatcher() {
        int watcher = grid.watch(grid.add(-5, -5), 10);
        int other = grid.add(-6, -6);

        assertThat(tick(grid)).containsExactly(watcher + " entered " + other);
    }

    @Test
    void shouldNotFlickerWhenEntityWalksAlongBorder() {
        int watcher = grid.watchAt(0, 0, 10);
        int entity = grid.add(10, 0);
        List<String> events = new ArrayList<>(tick(grid));
        for (int i = 0; i < 20; i++) {
            grid.move(entity, i % 2 == 0 ? 10.9 : 9.9, 0);
            events.addAll(tick(grid));
        }

        assertThat(events).startsWith(watcher + " entered " + entity).noneMatch(event -> event.contains("left"));
        assertThat(events.stream().filter(event -> event.contains("entered"))).hasSize(1);
    }

    @Test
    void shouldNotExchangeTwoEntitiesThatTakeTurnsInBeingNearer() {
        AoiGrid one = new AoiGrid(SETTINGS.withMaxEntities(1));
        one.watchAt(0, 0, 10);
        one.add(5, 0);
        int rival = one.add(0, 5.1);
        tick(one);
        one.move(rival, 0, 4.9);

        assertThat(tick(one)).isEmpty();
    }

    @Test
    void shouldShowNearestWhenThereAreTooMany() {
        AoiGrid two = new AoiGrid(SETTINGS.withMaxEntities(2));
        two.watchAt(0, 0, 10);
        two.add(9, 0);
        int near = two.add(1, 0);
        int nearer = two.add(0, 0.5);

        assertThat(tick(two)).containsExactlyInAnyOrder("0 entered " + near, "0 entered " + nearer);
    }

    @Test
    void shouldTellFarMovesLessOften() {
        AoiGrid often = new AoiGrid(AoiSettings.cells(10).withFar(0.5, 4));
        int watcher = often.watchAt(0, 0, 10);
        int near = often.add(4, 0);
        int far = often.add(9, 0);
        tick(often);
        List<String> events = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            often.move(near, 4, i / 100.0);
            often.move(far, 9, i / 100.0);
            events.addAll(tick(often));
        }

        assertThat(events.stream().filter((watcher + " moved " + near)::equals)).hasSize(40);
        assertThat(events.stream().filter((watcher + " moved " + far)::equals)).hasSize(10);
    }

    @Test
    void shouldTellLastPlaceOfFarEntityThatStopped() {
        AoiGrid often = new AoiGrid(AoiSettings.cells(10).withFar(0, 5));
        often.watchAt(0, 0, 10);
        int far = often.add(9, 0);
        tick(often);
        often.move(far, 9, 1);
        List<String> events = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            events.addAll(tick(often));
        }

        assertThat(events).containsExactly("0 moved " + far);
    }

    @Test
    void shouldKeepBudgetOnAverageWithoutStarvingAnyone() {
        AoiGrid poor = new AoiGrid(SETTINGS.withBytesPerTick(25));
        poor.watchAt(0, 0, 10);
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            all.add(poor.add(0.1 + 0.3 * i, 0));
        }
        int spent = 0;
        Set<String> moved = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            double y = i / 1000.0;
            all.forEach(entity -> poor.move(entity, poor.x(entity), y));
            List<String> events = tick(poor, 10);
            spent += 10 * events.size();
            moved.addAll(
                    events.stream().filter(event -> event.contains("moved")).toList());
        }

        assertThat(spent).isBetween(200 * 25 - 10, 200 * 25 + 10);
        assertThat(moved).hasSize(30);
    }

    @Test
    void shouldTellImportantEntityFirst() {
        AoiGrid poor = new AoiGrid(SETTINGS.withBytesPerTick(1));
        poor.watchAt(0, 0, 10);
        poor.add(2, 0);
        int boss = poor.add(8, 0);
        poor.importance(boss, 5);

        assertThat(tick(poor, 1)).containsExactly("0 entered " + boss);
    }

    @Test
    void shouldGiveWatcherItsOwnBudget() {
        grid.bytesPerTick(grid.watchAt(0, 0, 10), 1);
        grid.add(1, 1);
        grid.add(2, 2);

        assertThat(tick(grid, 1)).hasSize(1);
    }

    @Test
    void shouldSayNothingOfEntityThatLeavesBeforeItsEnteringWasTold() {
        AoiGrid poor = new AoiGrid(SETTINGS.withBytesPerTick(1));
        poor.watchAt(0, 0, 10);
        int told = poor.add(1, 0);
        poor.remove(poor.add(5, 0));
        int untold = poor.add(5, 5);
        tick(poor, 1);
        poor.remove(untold);
        poor.remove(told);

        assertThat(tick(poor, 1)).containsExactly("0 left " + told);
    }

    @Test
    void shouldNotGiveNumberAwayBeforeItsLeavingIsTold() {
        grid.watchAt(0, 0, 10);
        int first = grid.add(1, 1);
        tick(grid);
        grid.remove(first);
        int second = grid.add(2, 2);

        assertThat(second).isNotEqualTo(first);
        assertThat(tick(grid)).containsExactly("0 left " + first, "0 entered " + second);
        assertThat(grid.add(3, 3)).isEqualTo(first);
    }

    @Test
    void shouldLookOnWhereFollowedEntityWas() {
        int fallen = grid.add(50, 50);
        int watcher = grid.watch(fallen, 10);
        tick(grid);
        grid.remove(fallen);
        tick(grid);
        int visitor = grid.add(51, 50);

        assertThat(tick(grid)).containsExactly(watcher + " entered " + visitor);
    }

    @Test
    void shouldTellLostLeavingOnNextTickWhenListenerThrows() {
        grid.watchAt(0, 0, 10);
        int first = grid.add(1, 1);
        int second = grid.add(2, 2);
        tick(grid);
        grid.remove(first);
        grid.remove(second);
        List<Integer> left = new ArrayList<>();
        AoiListener failing = new Leaving(entity -> {
            left.add(entity);
            throw new IllegalStateException("the client is gone");
        });

        assertThatThrownBy(() -> grid.tick(failing)).hasMessage("the client is gone");
        assertThat(grid.add(3, 3)).isNotIn(first, second);
        grid.tick(new Leaving(left::add));
        assertThat(left).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void shouldRefuseChangeFromListener() {
        grid.watchAt(0, 0, 10);
        int entity = grid.add(1, 1);
        tick(grid);
        grid.move(entity, 90, 90);

        assertThatIllegalStateException().isThrownBy(() -> grid.tick(new Leaving(grid::remove)));
        assertThat(grid.contains(entity)).isTrue();
    }

    @Test
    void shouldFindEntitiesNearPlaceAndSkipRemovedOnes() {
        int near = grid.add(-1e6, 2);
        int gone = grid.add(-1e6, 3);
        grid.add(-1e6, 13);
        tick(grid);
        grid.remove(gone);
        List<Integer> found = new ArrayList<>();
        grid.near(-1e6, 0, 10, found::add);

        assertThat(found).containsExactly(near);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MAX_VALUE, -Double.MAX_VALUE, 1e15, -1e15, 3e10})
    void shouldSeeEntityAtAnyDistanceFromOrigin(double far) {
        int watcher = grid.watchAt(far, far, 10);
        int entity = grid.add(far, far);
        grid.add(0, 0);

        assertThat(tick(grid)).containsExactly(watcher + " entered " + entity);
    }

    @Test
    void shouldSeeWholeWorldWhenRadiusIsHuge() {
        grid.watchAt(0, 0, 1e300);
        grid.add(-1e9, 1e9);
        grid.add(1e9, -1e9);

        assertThat(tick(grid)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void shouldRefuseCoordinateThatIsNoNumberAndStayAsItWas(double none) {
        int entity = grid.add(1, 2);

        assertThatIllegalArgumentException().isThrownBy(() -> grid.move(entity, 5, none));
        assertThatIllegalArgumentException().isThrownBy(() -> grid.add(none, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> grid.watch(entity, none));
        assertThat(grid.x(entity)).isEqualTo(1);
        assertThat(grid.size()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 99, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void shouldRefuseNumbersThatAreNotInUse(int id) {
        grid.remove(grid.add(0, 0));

        assertThatIllegalArgumentException().isThrownBy(() -> grid.move(id, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> grid.remove(id));
        assertThatIllegalArgumentException().isThrownBy(() -> grid.watch(id, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> grid.unwatch(id));
        assertThatIllegalArgumentException().isThrownBy(() -> grid.sees(id, 0));
    }

    @Test
    void shouldRefuseSettingsThatMakeNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> AoiSettings.cells(0));
        assertThatIllegalArgumentException().isThrownBy(() -> AoiSettings.cells(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> SETTINGS.withHysteresis(0.9));
        assertThatIllegalArgumentException().isThrownBy(() -> SETTINGS.withMaxEntities(0));
        assertThatIllegalArgumentException().isThrownBy(() -> SETTINGS.withFar(1.1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> SETTINGS.withFar(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> SETTINGS.withBytesPerTick(0));
    }

    /** Hears of the leaving alone. */
    private record Leaving(java.util.function.IntConsumer each) implements AoiListener {

        @Override
        public int entered(int watcher, int entity) {
            return 0;
        }

        @Override
        public int moved(int watcher, int entity) {
            return 0;
        }

        @Override
        public int left(int watcher, int entity) {
            each.accept(entity);
            return 0;
        }
    }
}
