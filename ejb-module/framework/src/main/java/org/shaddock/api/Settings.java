package org.shaddock.api;

import java.util.Map;
import java.util.Optional;

/**
 * Values a game keeps with a session (Pomelo's {@code session.set/push/pushAll}).
 *
 * <p>A handler sees a copy taken when it first asks. What it sets is visible to the next messages of the session only
 * after a push, which replaces the values of the pushed keys and leaves all others alone.
 */
public interface Settings {

    /** The value of a key, or empty if it is not set or of another type. */
    <T> Optional<T> get(String key, Class<T> type);

    /** Sets a value in this copy; JDK types and records only. */
    Settings set(String key, Object value);

    /** Removes a key from this copy. */
    Settings remove(String key);

    /** Makes the values of these keys the session's. */
    void push(String... keys);

    /** Makes every changed value the session's. */
    void pushAll();

    /** This copy as a map that cannot be changed. */
    Map<String, Object> asMap();
}
