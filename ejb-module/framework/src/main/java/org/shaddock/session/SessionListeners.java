package org.shaddock.session;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.shaddock.api.Session;

/**
 * Passes news of sessions on to all who want to hear, in the order they were added. One that fails is logged and keeps
 * the news from nobody.
 */
public final class SessionListeners implements SessionListener {

    private static final Logger LOG = System.getLogger(SessionListeners.class.getName());

    private final List<SessionListener> listeners = new CopyOnWriteArrayList<>();

    public void add(SessionListener listener) {
        listeners.add(listener);
    }

    @Override
    public void bound(Session session, String userId) {
        tell(listener -> listener.bound(session, userId));
    }

    @Override
    public void unbound(Session session, String userId) {
        tell(listener -> listener.unbound(session, userId));
    }

    @Override
    public void closed(Session session, String reason) {
        tell(listener -> listener.closed(session, reason));
    }

    @Override
    public void userGone(String userId) {
        tell(listener -> listener.userGone(userId));
    }

    private void tell(Consumer<SessionListener> news) {
        for (SessionListener listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException | Error e) {
                LOG.log(Level.ERROR, listener + " failed to take news of a session.", e);
            }
        }
    }
}
