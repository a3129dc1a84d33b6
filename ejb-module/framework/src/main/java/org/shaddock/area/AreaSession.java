package org.shaddock.area;

import org.jspecify.annotations.Nullable;
import org.shaddock.api.Client;
import org.shaddock.api.Identity;
import org.shaddock.api.Session;
import org.shaddock.api.SessionId;
import org.shaddock.api.Settings;

/** A session as an area sees it: what the area does to it leaves with the area's other output, under the same conditions. */
final class AreaSession implements Session {

    private final Session session;
    private final LocalArea area;

    AreaSession(Session session, LocalArea area) {
        this.session = session;
        this.area = area;
    }

    /** The session itself. */
    static Session inner(Session session) {
        return session instanceof AreaSession seen ? seen.session : session;
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
        area.output().requireVoice();
        session.bind(identity);
    }

    @Override
    public void unbind() {
        area.output().requireVoice();
        session.unbind();
    }

    @Override
    public Settings settings() {
        return session.settings();
    }

    @Override
    public void push(String route, Object body) {
        area.output().pushToSession(session, route, body);
    }

    @Override
    public void kick(String reason) {
        area.output().requireVoice();
        area.output().flush();
        session.kick(reason);
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
        return id().hashCode();
    }

    @Override
    public String toString() {
        return session.toString();
    }
}
