package org.shaddock.session;

import org.jspecify.annotations.Nullable;
import org.shaddock.api.Client;
import org.shaddock.api.Delivery;
import org.shaddock.api.Identity;
import org.shaddock.api.Session;
import org.shaddock.api.SessionId;
import org.shaddock.api.Settings;

/** A session as one handler call sees it: with its own copy of the settings. */
final class SessionView implements Session {

    private final ClientSession session;
    private final Connector connector;
    private @Nullable SettingsCopy settings;

    SessionView(ClientSession session, Connector connector) {
        this.session = session;
        this.connector = connector;
    }

    ClientSession session() {
        return session;
    }

    @Override
    public SessionId id() {
        return session.id();
    }

    @Override
    public Identity identity() {
        return session.identity();
    }

    @Override
    public void bind(Identity identity) {
        connector.bind(session, identity);
    }

    @Override
    public void unbind() {
        connector.unbind(session);
    }

    @Override
    public synchronized Settings settings() {
        if (settings == null) {
            settings = new SettingsCopy(session.settings(), session::merge, connector.json());
        }
        return settings;
    }

    @Override
    public void push(String route, Object body) {
        connector.push(session, route, body, Delivery.RELIABLE);
    }

    @Override
    public void kick(String reason) {
        connector.kick(session, reason);
    }

    @Override
    public Client client() {
        return session.client();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Session that && that.id().equals(id());
    }

    @Override
    public int hashCode() {
        return session.id().hashCode();
    }

    @Override
    public String toString() {
        return session.toString();
    }
}
