package org.shaddock.runtime;

import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.shaddock.api.Session;
import org.shaddock.api.SessionBound;
import org.shaddock.api.SessionClosed;
import org.shaddock.api.SessionUnbound;
import org.shaddock.session.SessionListener;

/** Tells the game of its sessions by CDI events. An observer that fails is logged and harms nobody. */
final class EventSource implements SessionListener {

    private static final Logger LOG = System.getLogger(EventSource.class.getName());

    private final BeanManager beans;

    EventSource(BeanManager beans) {
        this.beans = beans;
    }

    @Override
    public void bound(Session session, String userId) {
        fire(new SessionBound(session, userId));
    }

    @Override
    public void unbound(Session session, String userId) {
        fire(new SessionUnbound(session, userId));
    }

    @Override
    public void closed(Session session, String reason) {
        fire(new SessionClosed(session, reason));
    }

    private void fire(Object event) {
        try {
            beans.getEvent().fire(event);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "An observer of " + event + " failed.", e);
        }
    }
}
