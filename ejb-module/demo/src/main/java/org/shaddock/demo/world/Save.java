package org.shaddock.demo.world;

import org.jspecify.annotations.Nullable;
import org.shaddock.api.Session;

/**
 * What is kept of a hero outside its area.
 *
 * @param name what the player is called; any text
 * @param ticket a secret of the player, to be recognised by after a lost connection
 * @param map where the hero is, or is on its way to
 * @param hp hit points; 0 if it has fallen
 * @param gold what it has collected
 * @param place where on the map; {@code null} for where everybody begins
 */
public record Save(
        String name,
        String ticket,
        String map,
        int hp,
        int gold,
        @Nullable Spot place) {

    /** The key under which a session keeps its hero. */
    private static final String KEY = "hero";

    /** A hero that sets out. */
    static Save fresh(String name, String ticket, String map) {
        return new Save(name, ticket, map, Hero.MAX_HP, 0, null);
    }

    /** The hero of a session, or {@code null} if it has none yet. */
    static @Nullable Save of(Session session) {
        return session.settings().get(KEY, Save.class).orElse(null);
    }

    void keepWith(Session session) {
        session.settings().set(KEY, this).push(KEY);
    }
}
