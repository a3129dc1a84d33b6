package org.shaddock.session;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.Settings;

/** A copy of a session's settings that is written back key by key. */
final class SettingsCopy implements Settings {

    private final Map<String, Object> values;
    private final Consumer<Map<String, Optional<Object>>> target;
    private final JsonCodec json;
    private final Set<String> changed = new HashSet<>();

    /** @param target takes what is pushed: the new values of keys, or nothing for keys that are removed */
    SettingsCopy(Map<String, Object> values, Consumer<Map<String, Optional<Object>>> target, JsonCodec json) {
        this.values = new HashMap<>(values);
        this.target = target;
        this.json = json;
    }

    @Override
    public synchronized <T> Optional<T> get(String key, Class<T> type) {
        return Optional.ofNullable(plain(values.get(key), type))
                .filter(type::isInstance)
                .map(type::cast);
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
        Map<String, Object> copy = new HashMap<>();
        values.forEach((key, value) -> {
            Object plain = plain(value, Object.class);
            if (plain != null) {
                copy.put(key, plain);
            }
        });
        return Map.copyOf(copy);
    }

    /** This copy as JSON texts. */
    synchronized Map<String, byte[]> texts() {
        Map<String, byte[]> texts = new HashMap<>();
        values.forEach((key, value) -> texts.put(key, JsonValue.text(value, json)));
        return texts;
    }

    private @Nullable Object plain(@Nullable Object value, Class<?> type) {
        return value instanceof JsonValue text ? text.as(type, json) : value;
    }

    private void push(List<String> keys) {
        target.accept(keys.stream()
                .distinct()
                .collect(Collectors.toMap(key -> key, key -> Optional.ofNullable(values.get(key)))));
        keys.forEach(changed::remove);
    }
}
