package org.shaddock.it.cluster;

import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.shaddock.it.PomeloClient;

/** A hero of the world demo, played by a test: what it sees, and where it goes. */
final class Wanderer implements AutoCloseable {

    private static final String WORLD = "world.worldHandler.";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration STROLL = Duration.ofSeconds(1);
    private static final Set<String> TREASURES = Set.of("coin", "gem", "chest");

    private final PomeloClient client;
    private final String name;
    private final Map<Long, Thing> things = new TreeMap<>();
    private String map = "";
    private List<?> rows = List.of();
    private Thing own = new Thing("hero", "", 0, 0);
    private long gold;
    private long views;

    private Wanderer(PomeloClient client, String name) {
        this.client = client;
        this.name = name;
    }

    static Wanderer enter(URI server, String name) {
        Wanderer wanderer = new Wanderer(PomeloClient.connect(server), name);
        wanderer.arrive();
        return wanderer;
    }

    /** The map it is on. */
    String map() {
        return map;
    }

    /** What it has collected. */
    long gold() {
        return gold;
    }

    /** Which member holds the map it is on. */
    @Nullable
    Object member() {
        return client.ask(WORLD + "figures", Map.of()).get("member");
    }

    /** Waits until it sees a hero of that name. */
    void seesHero(String hero) {
        until(() -> things.values().stream().anyMatch(thing -> thing.name().equals(hero)), Optional::empty);
    }

    /** Walks from treasure to treasure until it has gold. */
    void findGold() {
        until(() -> gold > 0, () -> things.values().stream()
                .filter(thing -> TREASURES.contains(thing.kind()))
                .min(Comparator.comparingDouble(own::distance)));
    }

    /** Walks into the portal and through it. */
    void travel() {
        Thing portal = portal();
        until(() -> !client.pushes("onPortal").isEmpty(), () -> Optional.of(portal));
        client.push("onPortal");
        arrive();
    }

    /** Says something to all, on whichever map they are. */
    void call(String text) {
        client.ask(WORLD + "say", Map.of("text", text, "toAll", true));
    }

    /** What is said next where it can be heard here. */
    @Nullable
    Object hears() {
        return client.push("onSay").get("text");
    }

    @Override
    public void close() {
        client.close();
    }

    private void arrive() {
        client.ask("connector.worldEntryHandler.enter", Map.of("name", name));
        Map<String, Object> welcome = client.push("onWelcome");
        map = String.valueOf(welcome.get("map"));
        rows = (List<?>) Objects.requireNonNull(welcome.get("rows"));
        things.clear();
        views = 0;
        until(() -> views > 0, Optional::empty);
    }

    /** Looks about until something holds, and sets out for a place again and again meanwhile. */
    private void until(BooleanSupplier holds, Goal goal) {
        long startNanos = System.nanoTime();
        long askedNanos = startNanos - STROLL.toNanos();
        while (!holds.getAsBoolean()) {
            long now = System.nanoTime();
            if (now - startNanos > PATIENCE.toNanos()) {
                throw new AssertionError(
                        name + " on the map " + map + " sees " + things + " and has " + gold + " gold.");
            }
            if (now - askedNanos >= STROLL.toNanos()) {
                askedNanos = now;
                goal.find().ifPresent(to -> client.notify(WORLD + "walk", Map.of("x", to.x(), "y", to.y())));
            }
            Map<String, Object> view = client.push("onView", STROLL);
            if (view != null) {
                see(view);
            }
        }
    }

    private void see(Map<String, Object> view) {
        if (!map.equals(view.get("map"))) {
            return;
        }
        views++;
        if (view.get("me") instanceof Map<?, ?> me) {
            gold = number(me.get("gold"));
            own = Thing.read("hero", name, me);
        }
        for (Object entered : list(view.get("in"))) {
            Map<?, ?> look = (Map<?, ?>) entered;
            things.put(
                    number(list(look.get("at")).get(0)),
                    Thing.read(String.valueOf(look.get("kind")), String.valueOf(look.get("name")), look));
        }
        list(view.get("out")).forEach(id -> things.remove(number(id)));
    }

    private Thing portal() {
        for (int y = 0; y < rows.size(); y++) {
            int x = String.valueOf(rows.get(y)).indexOf('O');
            if (x >= 0) {
                return new Thing("portal", "", x + 0.5, y + 0.5);
            }
        }
        throw new AssertionError("There is no portal on the map " + map + ".");
    }

    private static List<?> list(@Nullable Object value) {
        return (List<?>) Objects.requireNonNull(value);
    }

    private static long number(@Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).longValue();
    }

    /** Something on the map; places in tiles. */
    private record Thing(String kind, String name, double x, double y) {

        static Thing read(String kind, String name, Map<?, ?> look) {
            List<?> at = list(look.get("at"));
            return new Thing(kind, name, number(at.get(1)) / 100.0, number(at.get(2)) / 100.0);
        }

        double distance(Thing other) {
            return Math.hypot(other.x - x, other.y - y);
        }
    }

    /** Where to go, if anywhere. */
    @FunctionalInterface
    private interface Goal {

        Optional<Thing> find();
    }
}
