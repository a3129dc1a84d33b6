package org.shaddock.demo.world;

/**
 * A place on a map.
 *
 * @param x tiles from the left edge
 * @param y tiles from the upper edge
 */
public record Spot(double x, double y) {

    /** The middle of a tile. */
    static Spot inTile(int column, int row) {
        return new Spot(column + 0.5, row + 0.5);
    }

    int column() {
        return (int) Math.floor(x);
    }

    int row() {
        return (int) Math.floor(y);
    }

    double distance(Spot other) {
        return Math.hypot(other.x - x, other.y - y);
    }

    /** The place this far on the way to another one, or that one if it is nearer. */
    Spot towards(Spot other, double far) {
        double distance = distance(other);
        return distance <= far ? other : plus((other.x - x) * far / distance, (other.y - y) * far / distance);
    }

    Spot plus(double dx, double dy) {
        return new Spot(x + dx, y + dy);
    }
}
