package org.shaddock.demo.world;

import static org.shaddock.api.behavior.Behavior.action;
import static org.shaddock.api.behavior.Behavior.guard;
import static org.shaddock.api.behavior.Behavior.pause;
import static org.shaddock.api.behavior.Behavior.priority;
import static org.shaddock.api.behavior.Behavior.sequence;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.behavior.BehaviorRun;
import org.shaddock.api.behavior.BehaviorTree;
import org.shaddock.api.behavior.Status;

/** Strolls about its home, and goes for heroes who come too near. */
final class Monster extends Being {

    /** One tree for all of them: what stands first breaks off what stands after it. */
    private static final BehaviorTree<Monster> MIND = BehaviorTree.of(priority(
            guard(Monster::seesPrey, sequence(action(Monster::chase), action(Monster::bite), pause(1_000))),
            sequence(action(Monster::setOut), action(Monster::stroll), pause(2_500))));

    /** What monsters there are, by the letters that stand for them on a map. */
    static final Map<Character, Breed> BREEDS = Map.of(
            's', new Breed("slime", 8, 1, 1.8, 3.5, 3),
            'w', new Breed("wolf", 14, 3, 3.6, 5.5, 8),
            'b', new Breed("bat", 7, 2, 4, 5, 5),
            'g', new Breed("golem", 45, 6, 1.6, 5, 30));

    private static final double STROLL = 4;
    private static final double FARTHEST_FROM_HOME = 12;
    private static final long REBIRTH_MILLIS = 12_000;

    private final Home home;
    private final BehaviorRun<Monster> mind = MIND.start(this);
    private @Nullable Hero prey;
    private long rebirthAt;

    Monster(World world, Home home) {
        super(world, home.spot(), home.breed().hp());
        this.home = home;
    }

    void step(long nowMillis, double seconds) {
        if (isHere()) {
            mind.step(nowMillis);
            walk(seconds);
        } else if (nowMillis >= rebirthAt) {
            appear(home.spot());
            hp(maxHp());
        }
    }

    private boolean seesPrey() {
        boolean goesOn = prey != null && isPrey(prey, 1.5);
        prey = goesOn ? prey : world().nearestHero(spot(), hero -> isPrey(hero, 1));
        return prey != null;
    }

    private boolean isPrey(Hero hero, double eagerness) {
        return hero.isHere()
                && !hero.isFallen()
                && !world().land().isHaven(hero.spot())
                && hero.spot().distance(spot()) <= home.breed().sight() * eagerness
                && hero.spot().distance(home.spot()) <= FARTHEST_FROM_HOME;
    }

    private Status chase(long nowMillis) {
        Hero hunted = prey;
        if (hunted == null) {
            return Status.FAILURE;
        }
        return pursue(hunted, nowMillis) ? Status.SUCCESS : Status.RUNNING;
    }

    private Status bite(long nowMillis) {
        if (prey != null) {
            strike(prey, home.breed().damage(), nowMillis);
        }
        return Status.SUCCESS;
    }

    private Status setOut(long nowMillis) {
        walkTo(world().land().near(home.spot(), STROLL, world().random()));
        return Status.SUCCESS;
    }

    private Status stroll(long nowMillis) {
        return isUnderWay() ? Status.RUNNING : Status.SUCCESS;
    }

    @Override
    void fall(Being by, long nowMillis) {
        rebirthAt = nowMillis + REBIRTH_MILLIS;
        prey = null;
        mind.reset();
        Spot where = spot();
        vanish();
        world().drop(where, Treasure.Kind.CHEST, home.breed().gold());
    }

    /** A stroll is slower than a chase. */
    @Override
    double speed() {
        return prey == null ? home.breed().speed() / 2 : home.breed().speed();
    }

    @Override
    String kind() {
        return home.breed().kind();
    }

    @Override
    int maxHp() {
        return home.breed().hp();
    }

    /** Where a monster lives, and which. */
    record Home(Breed breed, Spot spot) {}

    /**
     * What makes one kind of monster another.
     *
     * @param kind its name
     * @param hp its hit points
     * @param damage what a bite takes
     * @param speed of its chase, in tiles per second
     * @param sight how near one may come, in tiles
     * @param gold what it leaves behind
     */
    record Breed(String kind, int hp, int damage, double speed, double sight, int gold) {}
}
