package org.shaddock.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.Client;
import org.shaddock.api.Delivery;
import org.shaddock.api.Identity;
import org.shaddock.api.Session;
import org.shaddock.api.SessionId;
import org.shaddock.api.Settings;
import org.shaddock.cluster.MemberId;
import org.shaddock.flow.Printable;

/**
 * A session whose connection another member holds (Pomelo's BackendSession). What is done to it is told to that member, in
 * order; nobody waits for it.
 */
final class RemoteSession implements Session {

    private final MemberId frontEnd;
    private final SessionId id;
    private final Client client;
    private final SettingsCopy settings;
    private final PeerSessions sessions;
    private volatile Identity identity;

    RemoteSession(MemberId frontEnd, SessionSnapshot snapshot, PeerSessions sessions) {
        this.frontEnd = frontEnd;
        this.id = snapshot.id();
        this.client = snapshot.client();
        this.identity = snapshot.identity();
        this.sessions = sessions;
        Map<String, Object> values = new HashMap<>();
        snapshot.settings().forEach((key, text) -> values.put(key, new JsonValue(text)));
        this.settings = new SettingsCopy(values, this::pushSettings, sessions.json());
    }

    /** The member that holds the connection. */
    MemberId frontEnd() {
        return frontEnd;
    }

    @Override
    public SessionId id() {
        return id;
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public synchronized void bind(Identity newIdentity) {
        if (SessionRegistry.isNew(newIdentity.userId(), userId(), id)) {
            sessions.bind(this, newIdentity);
            identity = newIdentity;
        }
    }

    @Override
    public synchronized void unbind() {
        identity = Identity.NOBODY;
        sessions.tell(this, new SessionCall.Unbind(id.number()));
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public void push(String route, Object body) {
        sessions.send(this, sessions.connector().outgoing(route, body, Delivery.RELIABLE));
    }

    @Override
    public void kick(String reason) {
        sessions.tell(this, new SessionCall.Kick(id.number(), reason));
    }

    @Override
    public Client client() {
        return client;
    }

    SessionSnapshot snapshot() {
        return new SessionSnapshot(id, identity, client, settings.texts());
    }

    private void pushSettings(Map<String, Optional<Object>> changes) {
        Map<String, Optional<byte[]>> texts = new HashMap<>();
        changes.forEach((key, value) -> texts.put(key, value.map(plain -> JsonValue.text(plain, sessions.json()))));
        sessions.tell(this, new SessionCall.Settings(id.number(), texts));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Session session && session.id().equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id + (userId().isEmpty() ? "" : " (" + Printable.of(userId()) + ")") + " from " + client.address();
    }
}
