package org.shaddock.demo.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.shaddock.api.path.PathFinder;
import org.shaddock.demo.world.World.OnPortal;

class TravelTest {

    private final Player player = new Player();

    @Test
    void shouldBeWithItsSessionOnlyWhenItHasGoneThroughThePortal() {
        Stage stage = Stage.of("@..O.", ".....");
        Hero hero = stage.enter(player, 30, Spot.inTile(0, 0));
        hero.hurt(5, hero, stage.nowMillis());

        hero.walkTo(Spot.inTile(3, 0));
        stage.run(2_000);

        Save save = Objects.requireNonNull(Save.of(player));
        assertThat(stage.world().hero(player.id())).isNull();
        assertThat(player.pushes(OnPortal.class)).containsExactly(new OnPortal("cave"));
        assertThat(List.of(save.map(), save.hp(), save.gold())).isEqualTo(List.of("cave", 15, save.gold()));
        assertThat(save.gold()).isGreaterThanOrEqualTo(30);
        assertThat(save.place()).isEqualTo(Land.of("cave").arrival());
    }

    @Test
    void shouldArriveInFrontOfThePortalOfTheOtherMap() {
        Stage cave = Stage.real("cave");
        Save travelling = new Save("Ann", "t", "cave", 7, 30, Land.of("cave").arrival());

        Hero hero = cave.world().enter(player, travelling);

        assertThat(hero.spot()).isEqualTo(Land.of("cave").arrival());
        assertThat(List.of(hero.hp(), hero.gold())).isEqualTo(List.of(7, 30));
        cave.run(Stage.TICK_MILLIS);
        assertThat(cave.world().hero(player.id())).isSameAs(hero);
    }

    @Test
    void shouldArriveBesideAnotherWhoStandsThere() {
        Stage stage = Stage.of("@....", ".....", ".....");

        Hero first = stage.enter(player);
        Hero second = stage.enter(new Player());

        assertThat(second.spot().distance(first.spot())).isBetween(0.5, 3.0);
    }

    @Test
    void shouldLeaveNothingToComeBackToWhenSessionLeavesAfterThePortal() {
        Stage stage = Stage.of("@..O.", ".....");
        stage.enter(player).walkTo(Spot.inTile(3, 0));
        stage.run(2_000);

        stage.world().leave(player, stage.nowMillis());

        assertThat(stage.world().saves()).isEmpty();
        assertThat(Objects.requireNonNull(Save.of(player)).map()).isEqualTo("cave");
    }

    @Test
    void shouldFindItsHeroAgainWhenItComesBackWithItsTicket() {
        Stage stage = Stage.of("@....");
        Hero before = stage.enter(player, 12, Spot.inTile(3, 0));
        stage.world().leave(player, stage.nowMillis());
        stage.run(60_000);

        Hero after = stage.world()
                .enter(
                        new Player(),
                        Save.fresh("Ben", before.save("meadow", before.spot()).ticket(), "meadow"));

        assertThat(after.gold()).isEqualTo(before.gold());
        assertThat(after.spot()).isEqualTo(before.spot());
    }

    @Test
    void shouldForgetHeroWhenItsPlayerDoesNotComeBack() {
        Stage stage = Stage.of("@....");
        stage.enter(player, 12, Spot.inTile(3, 0));
        stage.world().leave(player, stage.nowMillis());

        stage.run(121_000);
        stage.world().keep(stage.nowMillis());

        assertThat(stage.world().saves()).isEmpty();
    }

    @Test
    void shouldKeepHeroWithItsSessionWhenTheAreaIsLost() {
        Stage lost = Stage.of("@....");
        lost.enter(player, 12, Spot.inTile(3, 0));
        lost.world().keep(lost.nowMillis());

        Stage anew = Stage.of("@....");
        Hero hero = anew.world().enter(player, Objects.requireNonNull(Save.of(player)));

        assertThat(hero.gold()).isEqualTo(12);
        assertThat(hero.spot()).isEqualTo(Spot.inTile(3, 0));
    }

    @Test
    void shouldReachAllThatIsOpenFromTheStartOfEachMap() {
        for (String name : Land.PORTALS.keySet()) {
            Land land = Land.of(name);
            PathFinder finder = new PathFinder(land);
            Spot start = land.start();

            assertThat(land.homes()).as(name).hasSizeGreaterThan(10);
            for (int tile = 0; tile < land.width() * land.height(); tile++) {
                Spot spot = Spot.inTile(tile % land.width(), tile / land.width());
                assertThat(!land.isOpen(spot)
                                || finder.find(start.column(), start.row(), spot.column(), spot.row())
                                        .isFound())
                        .as("%s: %s", name, spot)
                        .isTrue();
            }
        }
    }
}
