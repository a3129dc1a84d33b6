package org.shaddock.api.aoi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The grid says what the brute-force model says, whatever happens in the world. */
class AoiPropertiesTest {

    private static final int TICKS = 20;

    @Provide
    Arbitrary<AoiSettings> unlimited() {
        return settings(Arbitraries.just(AoiSettings.UNLIMITED));
    }

    @Provide
    Arbitrary<AoiSettings> budgeted() {
        return settings(Arbitraries.integers().between(1, 200));
    }

    private static Arbitrary<AoiSettings> settings(Arbitrary<Integer> budgets) {
        return Combinators.combine(
                        Arbitraries.of(0.5, 3.0, 10.0, 1e4),
                        Arbitraries.of(1.0, 1.1, 1.5),
                        Arbitraries.of(1, 2, 5, 12, AoiSettings.UNLIMITED),
                        Arbitraries.of(0.0, 0.5, 1.0),
                        Arbitraries.of(1, 3, 4),
                        budgets)
                .as(AoiSettings::new);
    }

    @Property(tries = 80)
    void shouldTellWhatModelTells(@ForAll("unlimited") AoiSettings settings, @ForAll Random random) {
        Worlds worlds = new Worlds(settings, random);
        for (int tick = 0; tick < TICKS; tick++) {
            worlds.change();
            Recorder told = new Recorder((watcher, entity) -> 0);
            worlds.grid.tick(told);
            assertThat(told.events()).containsExactlyInAnyOrderElementsOf(worlds.model.tick((w, e) -> 0));
            worlds.compare();
        }
    }

    @Property(tries = 80)
    void shouldTellMostUrgentFirstAsModelDoes(@ForAll("budgeted") AoiSettings settings, @ForAll Random random) {
        BruteForceAoi.Bytes bytes = (watcher, entity) -> 5 + (watcher * 7 + entity * 11) % 40;
        Worlds worlds = new Worlds(settings, random);
        for (int tick = 0; tick < TICKS; tick++) {
            worlds.change();
            Recorder told = new Recorder(bytes);
            worlds.grid.tick(told);
            List<String> expected = worlds.model.tick(bytes);
            assertThat(withoutLeaving(told.events())).isEqualTo(withoutLeaving(expected));
            assertThat(told.events()).containsExactlyInAnyOrderElementsOf(expected);
            worlds.compare();
        }
    }

    private static List<String> withoutLeaving(List<String> events) {
        return events.stream().filter(event -> !event.contains("left")).toList();
    }

    /** A grid and its model, which suffer the same. */
    private static final class Worlds {

        private static final double RADIUS = 10;

        private final AoiGrid grid;
        private final BruteForceAoi model;
        private final Random random;

        Worlds(AoiSettings settings, Random random) {
            grid = new AoiGrid(settings);
            model = new BruteForceAoi(settings);
            this.random = random;
            for (int i = 0; i < 20; i++) {
                add();
                watch();
            }
        }

        void change() {
            for (int i = 0; i < 30; i++) {
                switch (random.nextInt(16)) {
                    case 0 -> add();
                    case 1 -> remove();
                    case 2 -> watch();
                    case 3 -> unwatch();
                    case 4 -> changeWatcher();
                    case 5 -> changeEntity();
                    case 6 -> move(1_000_000_000);
                    case 7 -> move(40);
                    default -> move(4);
                }
            }
        }

        void compare() {
            assertThat(grid.size()).isEqualTo(model.entities().size());
            assertThat(pairs(grid::sees))
                    .isEqualTo(pairs((w, e) -> model.watcher(w).knows(e)));
            List<Integer> near = new ArrayList<>();
            double x = coordinate();
            grid.near(x, 0, RADIUS, near::add);
            assertThat(near).containsExactlyInAnyOrderElementsOf(model.near(x, 0, RADIUS));
        }

        private List<String> pairs(BiPredicate<Integer, Integer> seen) {
            List<String> pairs = new ArrayList<>();
            for (int watcher : model.watcherIds()) {
                for (int entity : model.entities()) {
                    if (seen.test(watcher, entity)) {
                        pairs.add(watcher + " sees " + entity);
                    }
                }
            }
            return pairs;
        }

        private void add() {
            double x = coordinate();
            double y = coordinate();
            model.add(grid.add(x, y), x, y);
        }

        private void remove() {
            if (!model.entities().isEmpty()) {
                int entity = anyEntity();
                grid.remove(entity);
                model.remove(entity);
            }
        }

        /** Whole steps often end just on the border of a view or a cell. */
        private void move(int extent) {
            if (!model.entities().isEmpty()) {
                int entity = anyEntity();
                double x = grid.x(entity) + random.nextInt(2 * extent + 1) - extent;
                double y = extent > 1000 ? grid.y(entity) : grid.y(entity) + random.nextInt(2 * extent + 1) - extent;
                boolean back = Math.abs(x) > 1000 && random.nextBoolean();
                grid.move(entity, back ? 0 : x, y);
                model.move(entity, back ? 0 : x, y);
            }
        }

        private void changeEntity() {
            if (!model.entities().isEmpty()) {
                int touched = anyEntity();
                grid.touch(touched);
                model.touch(touched);
                int weighed = anyEntity();
                float importance = 1 + random.nextInt(8);
                grid.importance(weighed, importance);
                model.importance(weighed, importance);
            }
        }

        private void watch() {
            double radius = 1 + random.nextInt(12);
            if (random.nextBoolean() && !model.entities().isEmpty()) {
                int entity = anyEntity();
                model.watch(grid.watch(entity, radius), entity, grid.x(entity), grid.y(entity), radius);
            } else {
                double x = coordinate();
                double y = coordinate();
                model.watch(grid.watchAt(x, y, radius), -1, x, y, radius);
            }
        }

        private void unwatch() {
            if (!model.watcherIds().isEmpty()) {
                int watcher = anyWatcher();
                grid.unwatch(watcher);
                model.unwatch(watcher);
            }
        }

        private void changeWatcher() {
            if (!model.watcherIds().isEmpty()) {
                int looking = anyWatcher();
                double x = coordinate();
                grid.look(looking, x, -x);
                model.watcher(looking).look(x, -x);
                int seeing = anyWatcher();
                model.watcher(seeing).radius = 1 + random.nextInt(20);
                grid.radius(seeing, model.watcher(seeing).radius);
            }
        }

        private double coordinate() {
            return random.nextInt(41) - 20;
        }

        private int anyEntity() {
            return model.entities().get(random.nextInt(model.entities().size()));
        }

        private int anyWatcher() {
            return model.watcherIds().get(random.nextInt(model.watcherIds().size()));
        }
    }
}
