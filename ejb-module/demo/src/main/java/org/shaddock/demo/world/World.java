package org.shaddock.demo.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.Session;
import org.shaddock.api.SessionId;
import org.shaddock.api.aoi.AoiGrid;
import org.shaddock.api.aoi.AoiSettings;
import org.shaddock.api.path.Path;
import org.shaddock.api.path.PathFinder;

/** One map with all that is on it, and the rules. No locks and no clock: it belongs to its area's turns. */
public final class World {

    /** How far players see, in tiles. */
    private static final double VIEW = 14;

    private static final AoiSettings AOI =
            AoiSettings.cells(VIEW).withMaxEntities(60).withBytesPerTick(2_000);

    private static final int MAX_EXPANDED = 2_000;
    /** However late a tick is, nobody jumps farther than this would take. */
    private static final long MAX_STEP_MILLIS = 200;

    private static final long TREASURE_MILLIS = 1_500;
    private static final long REST_MILLIS = 120_000;

    private final String name;
    private final Land land;
    private final RandomGenerator random;
    private final PathFinder paths;
    private final AoiGrid grid = new AoiGrid(AOI);
    private final Map<Integer, Thing> things = new HashMap<>();
    private final Map<SessionId, Hero> heroes = new LinkedHashMap<>();
    private final List<Monster> monsters = new ArrayList<>();
    private final Map<Integer, Treasure> treasures = new HashMap<>();
    private final Map<String, Resting> resting = new HashMap<>();
    private final Views views = new Views(this);
    private long treasureAt;
    private long steppedAt;
    private long tickMicros;

    /** @param random where all chance comes from */
    World(String name, Land land, RandomGenerator random) {
        this.name = name;
        this.land = land;
        this.random = random;
        this.paths = new PathFinder(land, MAX_EXPANDED);
        for (Monster.Home home : land.homes()) {
            Monster monster = new Monster(this, home);
            monsters.add(monster);
            monster.appear(home.spot());
        }
    }

    /** Lets a hero in, where it was last if it was here before. */
    Hero enter(Session session, Save save) {
        Resting rested = resting.remove(save.ticket());
        Save known = rested == null ? save : rested.save();
        Hero hero = new Hero(this, session, known);
        hero.appear(freePlace(known.place()));
        heroes.put(session.id(), hero);
        views.open(hero, grid.watch(hero.id(), VIEW));
        return hero;
    }

    /** Where it was, or the start; a little beside that if somebody stands there. */
    private Spot freePlace(@Nullable Spot wanted) {
        Spot place = wanted != null && land.isOpen(wanted) ? wanted : land.start();
        boolean isTaken = nearestHero(place, hero -> hero.spot().distance(place) < 0.5) != null;
        return isTaken ? land.near(place, 1.5, random) : place;
    }

    /** Takes a hero out and keeps it for a while, for its player may have lost the connection only. */
    void leave(Session session, long nowMillis) {
        Hero hero = heroes.get(session.id());
        if (hero != null) {
            Save save = hero.save(name, hero.spot());
            remove(hero);
            save.keepWith(session);
            rest(save, nowMillis);
        }
    }

    /** Keeps a hero for its player's return. */
    void rest(Save save, long nowMillis) {
        resting.put(save.ticket(), new Resting(save, nowMillis + REST_MILLIS));
    }

    /** All heroes that are known here, present or not. */
    List<Save> saves() {
        List<Save> all = new ArrayList<>();
        heroes.values().forEach(hero -> all.add(hero.save(name, hero.spot())));
        resting.values().forEach(rested -> all.add(rested.save()));
        return all;
    }

    /** Keeps each hero with its session, for what befalls the area; and forgets those who have not come back. */
    void keep(long nowMillis) {
        heroes.values().forEach(hero -> hero.save(name, hero.spot()).keepWith(hero.session()));
        resting.values().removeIf(rested -> rested.untilMillis() <= nowMillis);
    }

    /** One step of everything, and what players see of it. */
    void step(long nowMillis) {
        double seconds = Math.min(nowMillis - steppedAt, MAX_STEP_MILLIS) / 1000.0;
        steppedAt = nowMillis;
        monsters.forEach(monster -> monster.step(nowMillis, seconds));
        for (Hero hero : List.copyOf(heroes.values())) {
            hero.step(nowMillis, seconds);
            if (land.isPortal(hero.spot())) {
                depart(hero);
            }
        }
        scatter(nowMillis);
        views.show(nowMillis);
    }

    /** From here until the session has entered the other map the hero is with the session alone. */
    private void depart(Hero hero) {
        String to = Objects.requireNonNull(Land.PORTALS.get(name));
        remove(hero);
        hero.save(to, Land.of(to).arrival()).keepWith(hero.session());
        hero.session().push("onPortal", new OnPortal(to));
    }

    private void remove(Hero hero) {
        views.close(hero);
        heroes.remove(hero.session().id());
        hero.vanish();
    }

    private void scatter(long nowMillis) {
        if (nowMillis >= treasureAt && treasures.size() < 14 + heroes.size()) {
            treasureAt = nowMillis + TREASURE_MILLIS / (1 + heroes.size() / 10);
            Spot middle = new Spot(land.width() / 2.0, land.height() / 2.0);
            Spot place = land.near(middle, land.width() / 2.0, random);
            int luck = random.nextInt(10);
            if (luck == 0) {
                drop(place, Treasure.Kind.HEART, 0);
            } else if (luck <= 2) {
                drop(place, Treasure.Kind.GEM, 5);
            } else {
                drop(place, Treasure.Kind.COIN, 1);
            }
        }
    }

    /** Puts a treasure on a tile, or on one beside it if there is one already. */
    void drop(Spot where, Treasure.Kind kind, int gold) {
        Spot place = treasures.containsKey(tile(where)) ? land.near(where, 2, random) : where;
        if (!treasures.containsKey(tile(place))) {
            Treasure treasure = new Treasure(this, place, kind, gold);
            treasure.appear(place);
            treasures.put(tile(place), treasure);
        }
    }

    /** Gives a hero what lies on its tile. */
    void find(Hero hero) {
        Treasure treasure = treasures.remove(tile(hero.spot()));
        if (treasure != null) {
            treasure.vanish();
            hero.take(treasure);
        }
    }

    private int tile(Spot spot) {
        return spot.row() * land.width() + spot.column();
    }

    @Nullable
    Hero nearestHero(Spot spot, Predicate<Hero> fits) {
        return heroes.values().stream()
                .filter(fits)
                .min(Comparator.comparingDouble(hero -> hero.spot().distance(spot)))
                .orElse(null);
    }

    Path path(Spot from, Spot to) {
        Spot goal = land.isOpen(to) ? to : land.near(to, 1.5, random);
        return paths.find(from.column(), from.row(), goal.column(), goal.row());
    }

    /** The hero of a session, or {@code null} if that is on its way through the portal. */
    @Nullable
    Hero hero(SessionId session) {
        return heroes.get(session);
    }

    Collection<Hero> heroes() {
        return heroes.values();
    }

    /** How long steps take, the last ones on average. */
    long tickMicros() {
        return tickMicros;
    }

    void tookMicros(long micros) {
        tickMicros += (micros - tickMicros) / 8;
    }

    String name() {
        return name;
    }

    Land land() {
        return land;
    }

    RandomGenerator random() {
        return random;
    }

    AoiGrid grid() {
        return grid;
    }

    /** What is here, by number. */
    Map<Integer, Thing> things() {
        return things;
    }

    private record Resting(Save save, long untilMillis) {}

    /** The hero has gone through the portal: enter again, for that map. */
    public record OnPortal(String to) {}
}
