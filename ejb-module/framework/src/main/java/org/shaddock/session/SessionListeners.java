package org.shaddock.session;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.shaddock.api.Session;

/** Passes news of sessions on to all who want to hear, in the order they were added. */
public final class SessionListeners implements SessionListener {

    private final List<SessionListener> listeners = new CopyOnWriteArrayList<>();

    public void add(SessionListener listener) {
        listeners.add(listener);
    }

    @Override
    public void bound(Session session, String userId) {
        listeners.forEach(listener -> listener.bound(session, userId));
    }

    @Override
    public void unbound(Session session, String userId) {
        listeners.forEach(listener -> listener.unbound(session, userId));
    }

    @Override
    public void closed(Session session, String reason) {
        listeners.forEach(listener -> listener.closed(session, reason));
    }

    @Override
    public void userGone(String userId) {
        listeners.forEach(listener -> listener.userGone(userId));
    }
}
