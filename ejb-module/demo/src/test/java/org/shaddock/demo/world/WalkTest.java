package org.shaddock.demo.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WalkTest {

    private final Player player = new Player();

    @Test
    void shouldWalkAroundWallWhenSentBehindIt() {
        Stage stage = Stage.of("......", ".@.#..", "...#..", "...#..", "......");
        Hero hero = stage.enter(player);

        hero.walkTo(Spot.inTile(4, 2));
        stage.run(3_000);

        assertThat(hero.spot()).isEqualTo(Spot.inTile(4, 2));
    }

    @Test
    void shouldWalkAsFastAsItsSpeedWhenGroundIsEasy() {
        Stage stage = Stage.of("@.............................");
        Hero hero = stage.enter(player);

        hero.walkTo(Spot.inTile(29, 0));
        stage.run(1_000);

        assertThat(hero.spot().x()).isCloseTo(0.5 + hero.speed(), within(0.01));
    }

    @Test
    void shouldBeHalfAsFastInTallGrass() {
        Stage stage = Stage.of("\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"", "@...............");
        Hero hero = stage.enter(player, 0, Spot.inTile(0, 0));

        hero.steer(1, 0);
        stage.run(1_000);

        assertThat(hero.spot().x()).isCloseTo(0.5 + hero.speed() / 2, within(0.01));
    }

    @Test
    void shouldPreferLongerWayWhenThatIsFaster() {
        Stage stage = Stage.of(".\"\"\"\"\"\"\"\"\"\"\"\"\"\".", "@...............");
        Hero hero = stage.enter(player);

        hero.walkTo(Spot.inTile(15, 0));
        stage.run(1_500);

        assertThat(hero.spot().row()).isEqualTo(1);
    }

    @Test
    void shouldStopAtWallWhenSteeredIntoIt() {
        Stage stage = Stage.of("@..#");
        Hero hero = stage.enter(player);

        hero.steer(1, 0);
        stage.run(3_000);

        assertThat(hero.spot().x()).isBetween(2.5, 2.8);
    }

    @Test
    void shouldSlideAlongWallWhenSteeredIntoItAtAnAngle() {
        Stage stage = Stage.of("@....", "#####");
        Hero hero = stage.enter(player);

        hero.steer(1, 1);
        stage.run(1_000);

        assertThat(hero.spot().x()).isGreaterThan(3);
        assertThat(hero.spot().row()).isZero();
    }

    @Test
    void shouldNotBeFasterOnTheDiagonal() {
        Stage stage = Stage.of("@......", ".......", ".......", ".......", ".......", ".......", ".......");
        Hero hero = stage.enter(player);

        hero.steer(1, 1);
        stage.run(1_000);

        assertThat(hero.spot().distance(Spot.inTile(0, 0))).isCloseTo(hero.speed(), within(0.01));
    }

    @Test
    void shouldStayWhereItIsWhenThereIsNoWay() {
        Stage stage = Stage.of("@.#.");
        Hero hero = stage.enter(player);

        boolean found = hero.walkTo(Spot.inTile(3, 0));
        stage.run(1_000);

        assertThat(found).isFalse();
        assertThat(hero.spot()).isEqualTo(Spot.inTile(0, 0));
    }

    @Test
    void shouldNotJumpWhenTicksWereMissing() {
        Stage stage = Stage.of("@.............................");
        Hero hero = stage.enter(player);

        hero.steer(1, 0);
        stage.world().step(stage.nowMillis() + 60_000);

        assertThat(hero.spot().x()).isLessThan(2);
    }
}
