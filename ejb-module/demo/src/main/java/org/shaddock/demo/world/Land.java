package org.shaddock.demo.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.shaddock.api.path.TileMap;

/** A map: one letter for each tile. The pages draw the same letters. */
final class Land implements TileMap {

    /** What each map's portal leads to. */
    static final Map<String, String> PORTALS = Map.of("meadow", "cave", "cave", "meadow");

    /** Where everybody begins. */
    static final String FIRST = "meadow";

    /** Tree, rock, water, wall, crystal, fire. */
    private static final String BLOCKED_TILES = "T^~#*F";
    /** Tall grass or rubble, and shallow water: half as fast. */
    private static final String SLOW_TILES = "\"-";

    /** How far around the places of arrival one is safe, in tiles. */
    private static final double HAVEN = 4;

    private static final Map<String, Land> LANDS = new ConcurrentHashMap<>();

    private static final char START = '@';
    private static final char PORTAL = 'O';

    private final List<String> rows;
    private Spot start = Spot.inTile(0, 0);
    private Spot portal = Spot.inTile(-1, -1);
    private final List<Monster.Home> homes = new ArrayList<>();

    Land(List<String> rows) {
        this.rows = List.copyOf(rows);
        for (int row = 0; row < height(); row++) {
            for (int column = 0; column < width(); column++) {
                note(rows.get(row).charAt(column), Spot.inTile(column, row));
            }
        }
    }

    /** The map of that name, as {@code <name>.map} beside this class has it. */
    static Land of(String name) {
        return LANDS.computeIfAbsent(name, Land::load);
    }

    private static Land load(String name) {
        try (InputStream in = Land.class.getResourceAsStream(name + ".map")) {
            if (in == null) {
                throw new IllegalArgumentException("There is no map '" + name + "'.");
            }
            return new Land(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> rows() {
        return rows;
    }

    @Override
    public int width() {
        return rows.get(0).length();
    }

    @Override
    public int height() {
        return rows.size();
    }

    @Override
    public int weight(int x, int y) {
        char tile = rows.get(y).charAt(x);
        if (BLOCKED_TILES.indexOf(tile) >= 0) {
            return BLOCKED;
        }
        return SLOW_TILES.indexOf(tile) >= 0 ? 2 : 1;
    }

    /** The weight of the tile at a place; blocked outside the map. */
    int weight(Spot spot) {
        boolean inside = spot.x() >= 0 && spot.y() >= 0 && spot.x() < width() && spot.y() < height();
        return inside ? weight(spot.column(), spot.row()) : BLOCKED;
    }

    boolean isOpen(Spot spot) {
        return weight(spot) > BLOCKED;
    }

    boolean isPortal(Spot spot) {
        return spot.column() == portal.column() && spot.row() == portal.row();
    }

    /** Where heroes begin, and come back to life. */
    Spot start() {
        return start;
    }

    /** Monsters go for nobody who has just arrived. */
    boolean isHaven(Spot spot) {
        return spot.distance(start) < HAVEN || spot.distance(arrival()) < HAVEN;
    }

    /** Where those arrive who come through the portal: in front of it. */
    Spot arrival() {
        return portal.plus(0, 1);
    }

    List<Monster.Home> homes() {
        return homes;
    }

    /** Some other open place about as far away at most, or that one itself if none is found. */
    Spot near(Spot middle, double radius, RandomGenerator random) {
        for (int attempt = 0; attempt < 8; attempt++) {
            Spot spot = Spot.inTile((int) (middle.x() + (random.nextDouble() * 2 - 1) * radius), (int)
                    (middle.y() + (random.nextDouble() * 2 - 1) * radius));
            if (isOpen(spot) && !isPortal(spot) && spot.distance(middle) >= 0.5) {
                return spot;
            }
        }
        return middle;
    }

    private void note(char tile, Spot spot) {
        switch (tile) {
            case START -> start = spot;
            case PORTAL -> portal = spot;
            default -> {
                Monster.Breed breed = Monster.BREEDS.get(tile);
                if (breed != null) {
                    homes.add(new Monster.Home(breed, spot));
                }
            }
        }
    }
}
