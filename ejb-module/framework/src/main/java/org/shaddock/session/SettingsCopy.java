package org.shaddock.session;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.shaddock.api.Settings;

/** A copy of a session's settings that is written back key by key. */
final class SettingsCopy implements Settings {

    private final ClientSession session;
    private final Map<String, Object> values;
    private final Set<String> changed = new HashSet<>();

    SettingsCopy(ClientSession session) {
        this.session = session;
        this.values = new HashMap<>(session.settings());
    }

    @Override
    public synchronized <T> Optional<T> get(String key, Class<T> type) {
        return Optional.ofNullable(values.get(key)).filter(type::isInstance).map(type::cast);
    }

    @Override
    public synchronized Settings set(String key, Object value) {
        values.put(key, Objects.requireNonNull(value, key));
        changed.add(key);
        return this;
    }

    @Override
    public synchronized Settings remove(String key) {
        values.remove(key);
        changed.add(key);
        return this;
    }

    @Override
    public synchronized void push(String... keys) {
        push(List.of(keys));
    }

    @Override
    public synchronized void pushAll() {
        push(List.copyOf(changed));
    }

    @Override
    public synchronized Map<String, Object> asMap() {
        return Map.copyOf(values);
    }

    private void push(List<String> keys) {
        synchronized (session) {
            Map<String, Object> merged = new HashMap<>(session.settings());
            for (String key : keys) {
                Object value = values.get(key);
                if (value == null) {
                    merged.remove(key);
                } else {
                    merged.put(key, value);
                }
            }
            session.settings(Map.copyOf(merged));
        }
        keys.forEach(changed::remove);
    }
}
