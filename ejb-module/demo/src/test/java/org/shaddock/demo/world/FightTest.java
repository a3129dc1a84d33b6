package org.shaddock.demo.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FightTest {

    private static final String[] ARENA = {"...............", ".@...........s.", "..............."};

    private final Player player = new Player();

    @Test
    void shouldLeaveHeroAloneWhenItIsFarAway() {
        Stage stage = Stage.of(ARENA);
        Hero hero = stage.enter(player);

        stage.run(20_000);

        assertThat(hero.hp()).isEqualTo(Hero.MAX_HP);
        assertThat(stage.monster().spot().distance(Spot.inTile(13, 1))).isLessThan(7);
    }

    @Test
    void shouldChaseAndHurtHeroWhenItComesNear() {
        Stage stage = Stage.of(ARENA);
        Hero hero = stage.enter(player, 0, Spot.inTile(10, 1));

        assertThat(stage.runUntil(() -> hero.hp() < Hero.MAX_HP)).isTrue();
        assertThat(stage.monster().reaches(hero)).isTrue();
        assertThat(stage.monster().swings()).isEqualTo(1);
    }

    @Test
    void shouldLeaveHeroAloneWhenItHasJustArrived() {
        Stage stage = Stage.of("@.s..........");
        Hero hero = stage.enter(player);

        stage.run(20_000);

        assertThat(hero.hp()).isEqualTo(Hero.MAX_HP);
    }

    @Test
    void shouldGoHomeWhenHeroGetsAway() {
        Stage stage = Stage.of(".@........................................s.");
        Hero hero = stage.enter(player, 0, Spot.inTile(40, 0));
        stage.runUntil(() -> hero.hp() < Hero.MAX_HP);

        hero.walkTo(Spot.inTile(1, 0));
        stage.run(20_000);

        assertThat(hero.isFallen()).isFalse();
        assertThat(stage.monster().spot().distance(Spot.inTile(42, 0))).isLessThan(7);
    }

    @Test
    void shouldWalkToMonsterAndFellItWhenToldToAttack() {
        Stage stage = Stage.of(ARENA);
        Hero hero = stage.enter(player);
        Monster monster = stage.monster();

        hero.attack(monster);

        assertThat(stage.runUntil(() -> !monster.isHere())).isTrue();
        assertThat(hero.swings()).isBetween(2, 4);
    }

    @Test
    void shouldLeaveGoldAndComeBackWhenMonsterHasFallen() {
        Stage stage = Stage.of(ARENA);
        Hero hero = stage.enter(player);
        Monster monster = stage.monster();
        hero.attack(monster);
        stage.runUntil(() -> !monster.isHere());
        assertThat(stage.world().things().values())
                .anyMatch(thing -> thing.kind().equals("chest"));

        hero.walkTo(Spot.inTile(1, 1));
        stage.run(13_000);

        assertThat(monster.isHere()).isTrue();
        assertThat(monster.hp()).isEqualTo(monster.maxHp());
    }

    @Test
    void shouldBreakOffAttackWhenSentElsewhere() {
        Stage stage = Stage.of(ARENA);
        Hero hero = stage.enter(player);
        hero.attack(stage.monster());
        stage.run(500);

        hero.walkTo(Spot.inTile(1, 1));
        stage.run(5_000);

        assertThat(hero.spot()).isEqualTo(Spot.inTile(1, 1));
        assertThat(hero.swings()).isZero();
    }

    @Test
    void shouldLoseQuarterOfItsGoldAndRiseAtTheStartWhenHeroFalls() {
        Stage stage = Stage.of(ARENA);
        Hero hero = stage.enter(player, 100, Spot.inTile(9, 1));

        hero.hurt(Hero.MAX_HP, stage.monster(), stage.nowMillis());
        assertThat(hero.isFallen()).isTrue();
        assertThat(hero.gold()).isEqualTo(75);
        stage.run(3_500);
        assertThat(hero.isFallen()).isTrue();
        stage.run(1_000);

        assertThat(hero.hp()).isEqualTo(Hero.MAX_HP);
        assertThat(hero.spot()).isEqualTo(stage.world().land().start());
    }

    @Test
    void shouldNotWalkWhileItLiesThere() {
        Stage stage = Stage.of(ARENA);
        Hero hero = stage.enter(player, 0, Spot.inTile(4, 1));
        hero.steer(1, 0);

        hero.hurt(Hero.MAX_HP, stage.monster(), stage.nowMillis());
        stage.run(1_000);

        assertThat(hero.spot()).isEqualTo(Spot.inTile(4, 1));
    }

    @Test
    void shouldGetWellWhenLeftAlone() {
        Stage stage = Stage.of("@....");
        Hero hero = stage.enter(player);
        hero.hurt(5, hero, stage.nowMillis());

        stage.run(4_000);
        assertThat(hero.hp()).isEqualTo(Hero.MAX_HP - 4);
        stage.run(10_000);

        assertThat(hero.hp()).isEqualTo(Hero.MAX_HP);
    }
}
