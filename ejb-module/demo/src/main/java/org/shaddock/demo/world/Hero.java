package org.shaddock.demo.world;

import org.jspecify.annotations.Nullable;
import org.shaddock.api.Session;

/** A player's hero. */
final class Hero extends Being {

    static final int MAX_HP = 20;

    private static final long SWING_MILLIS = 600;
    private static final long DOWN_MILLIS = 4_000;
    /** Somebody who is left alone this long gets well, a hit point each time. */
    private static final long REST_MILLIS = 4_000;

    private static final long HEAL_MILLIS = 1_000;

    private final Session session;
    private final Save origin;
    private int gold;
    private @Nullable Monster target;
    private long swingAt;
    private long healAt;
    private long riseAt;

    Hero(World world, Session session, Save save) {
        super(world, world.land().start(), save.hp());
        this.session = session;
        this.origin = save;
        this.gold = save.gold();
    }

    Session session() {
        return session;
    }

    int gold() {
        return gold;
    }

    /** What is kept of it when it is on that map at that place. */
    Save save(String map, Spot place) {
        return new Save(origin.name(), origin.ticket(), map, hp(), gold, place);
    }

    void attack(Monster monster) {
        target = monster;
    }

    @Override
    boolean walkTo(Spot goal) {
        target = null;
        return super.walkTo(goal);
    }

    @Override
    void steer(double x, double y) {
        target = null;
        super.steer(x, y);
    }

    void step(long nowMillis, double seconds) {
        if (isFallen()) {
            rise(nowMillis);
            return;
        }
        fight(nowMillis);
        walk(seconds);
        world().find(this);
        if (nowMillis >= healAt && hp() < MAX_HP) {
            hp(hp() + 1);
            healAt = nowMillis + HEAL_MILLIS;
        }
    }

    void take(Treasure treasure) {
        gold += treasure.gold();
        hp(hp() + treasure.healing());
    }

    private void fight(long nowMillis) {
        Monster prey = target;
        if (prey == null) {
            return;
        }
        if (!prey.isHere()) {
            target = null;
            stop();
        } else if (pursue(prey, nowMillis) && nowMillis >= swingAt) {
            swingAt = nowMillis + SWING_MILLIS;
            strike(prey, 2 + world().random().nextInt(3), nowMillis);
        }
    }

    @Override
    void hurt(int damage, Being by, long nowMillis) {
        healAt = nowMillis + REST_MILLIS;
        super.hurt(damage, by, nowMillis);
    }

    /** A quarter of the gold stays where the hero fell, for whoever comes first. */
    @Override
    void fall(Being by, long nowMillis) {
        riseAt = nowMillis + DOWN_MILLIS;
        target = null;
        int lost = gold / 4;
        gold -= lost;
        if (lost > 0) {
            world().drop(spot(), Treasure.Kind.CHEST, lost);
        }
    }

    private void rise(long nowMillis) {
        if (nowMillis >= riseAt) {
            move(world().land().start());
            hp(MAX_HP);
        }
    }

    @Override
    double speed() {
        return 4.2;
    }

    @Override
    String kind() {
        return "hero";
    }

    @Override
    String name() {
        return origin.name();
    }

    @Override
    int maxHp() {
        return MAX_HP;
    }
}
