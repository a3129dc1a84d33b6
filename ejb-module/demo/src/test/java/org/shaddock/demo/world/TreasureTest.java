package org.shaddock.demo.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shaddock.demo.world.Treasure.Kind;

class TreasureTest {

    private final Player player = new Player();

    @Test
    void shouldAppearByAndByUpToANumber() {
        Stage stage = Stage.real("meadow");

        stage.run(10_000);
        long soon = treasures(stage);
        stage.run(300_000);

        assertThat(soon).isBetween(4L, 8L);
        assertThat(treasures(stage)).isEqualTo(14);
    }

    @Test
    void shouldGoToTheHeroWhoWalksOverIt() {
        Stage stage = Stage.of("@....");
        Hero hero = stage.enter(player);
        stage.world().drop(Spot.inTile(3, 0), Kind.GEM, 5);

        hero.walkTo(Spot.inTile(3, 0));
        stage.run(1_000);

        assertThat(hero.gold()).isGreaterThanOrEqualTo(5);
        assertThat(stage.world().things().values())
                .noneMatch(thing -> thing.kind().equals("gem"));
    }

    @Test
    void shouldHealWhenItIsAHeart() {
        Stage stage = Stage.of("@....");
        Hero hero = stage.enter(player);
        hero.hurt(10, hero, stage.nowMillis());
        stage.world().drop(hero.spot(), Kind.HEART, 0);

        stage.run(Stage.TICK_MILLIS);

        assertThat(hero.hp()).isEqualTo(Hero.MAX_HP - 2);
    }

    private static long treasures(Stage stage) {
        return stage.world().things().values().stream()
                .filter(Treasure.class::isInstance)
                .count();
    }
}
