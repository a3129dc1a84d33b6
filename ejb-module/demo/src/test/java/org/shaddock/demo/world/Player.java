package org.shaddock.demo.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shaddock.api.Client;
import org.shaddock.api.Identity;
import org.shaddock.api.Session;
import org.shaddock.api.SessionId;
import org.shaddock.api.Settings;

/** A session that remembers what was pushed to it. */
final class Player implements Session, Settings {

    private static long count;

    private final SessionId id = new SessionId("test", ++count);
    private final Map<String, Object> settings = new HashMap<>();
    private final List<Object> pushes = new ArrayList<>();

    /** What was pushed, of that type. */
    <T> List<T> pushes(Class<T> type) {
        return pushes.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public SessionId id() {
        return id;
    }

    @Override
    public Identity identity() {
        return new Identity("user" + id.number());
    }

    @Override
    public void bind(Identity identity) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void unbind() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Settings settings() {
        return this;
    }

    @Override
    public void push(String route, Object body) {
        pushes.add(body);
    }

    @Override
    public void kick(String reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Client client() {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> Optional<T> get(String key, Class<T> type) {
        return Optional.ofNullable(settings.get(key)).map(type::cast);
    }

    @Override
    public Settings set(String key, Object value) {
        settings.put(key, value);
        return this;
    }

    @Override
    public Settings remove(String key) {
        settings.remove(key);
        return this;
    }

    @Override
    public void push(String... keys) {}

    @Override
    public void pushAll() {}

    @Override
    public Map<String, Object> asMap() {
        return Map.copyOf(settings);
    }
}
