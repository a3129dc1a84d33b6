package org.shaddock.demo.world;

import org.jspecify.annotations.Nullable;
import org.shaddock.api.path.Path;

/** Something that walks and fights: along a path that it has found, or as it is steered. */
abstract class Being extends Thing {

    /** How far a blow reaches, in tiles. */
    static final double REACH = 1.4;

    /** How often one who pursues another looks for the way anew. */
    private static final long PURSUIT_MILLIS = 300;

    /** How far from a wall one stops. */
    private static final double GIRTH = 0.25;

    private @Nullable Path way;
    private int next;
    private double steerX;
    private double steerY;
    private long pursuitAt;
    private int hp;
    private int swings;

    Being(World world, Spot spot, int hp) {
        super(world, spot);
        this.hp = hp;
    }

    /** Tiles per second on easy ground. */
    abstract double speed();

    /** The last hit point is gone. */
    abstract void fall(Being by, long nowMillis);

    /** Sets out for a place, or for beside it if nobody can stand there. False if there is no way. */
    boolean walkTo(Spot goal) {
        return setOut(goal);
    }

    /** Goes after another one. True once that is within reach. */
    final boolean pursue(Being other, long nowMillis) {
        if (reaches(other)) {
            stop();
            return true;
        }
        if (nowMillis >= pursuitAt) {
            pursuitAt = nowMillis + PURSUIT_MILLIS;
            setOut(other.spot());
        }
        return false;
    }

    private boolean setOut(Spot goal) {
        stop();
        Path found = world().path(spot(), goal);
        way = found;
        next = found.length() > 1 ? 1 : 0;
        return found.isFound();
    }

    /** Walks in a direction, of length 1 at most, until told otherwise. */
    void steer(double x, double y) {
        stop();
        double length = Math.max(1, Math.hypot(x, y));
        steerX = x / length;
        steerY = y / length;
    }

    final void stop() {
        way = null;
        steerX = 0;
        steerY = 0;
    }

    boolean isUnderWay() {
        return way != null && next < way.length();
    }

    void walk(double seconds) {
        double far = speed() * seconds / Math.max(1, world().land().weight(spot()));
        if (steerX != 0 || steerY != 0) {
            slide(steerX * far, 0);
            slide(0, steerY * far);
        } else if (way != null) {
            follow(way, far);
        }
    }

    private void follow(Path path, double far) {
        double left = far;
        while (left > 0 && next < path.length()) {
            Spot corner = Spot.inTile(path.x(next), path.y(next));
            double distance = spot().distance(corner);
            move(spot().towards(corner, left));
            next += distance <= left ? 1 : 0;
            left -= distance;
        }
    }

    /** Along one axis at a time, so that a wall that is walked into at an angle is walked along. */
    private void slide(double dx, double dy) {
        Spot ahead = spot().plus(dx + GIRTH * Math.signum(dx), dy + GIRTH * Math.signum(dy));
        if ((dx != 0 || dy != 0) && world().land().isOpen(ahead)) {
            move(spot().plus(dx, dy));
        }
    }

    boolean reaches(Being other) {
        return other.isHere() && spot().distance(other.spot()) <= REACH;
    }

    void strike(Being other, int damage, long nowMillis) {
        swings++;
        changed();
        other.hurt(damage, this, nowMillis);
    }

    void hurt(int damage, Being by, long nowMillis) {
        if (isFallen()) {
            return;
        }
        hp(hp - damage);
        if (isFallen()) {
            stop();
            fall(by, nowMillis);
        }
    }

    final boolean isFallen() {
        return hp == 0;
    }

    @Override
    final int hp() {
        return hp;
    }

    final void hp(int points) {
        hp = Math.max(0, Math.min(maxHp(), points));
        changed();
    }

    @Override
    final int swings() {
        return swings;
    }
}
