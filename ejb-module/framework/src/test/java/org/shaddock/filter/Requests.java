package org.shaddock.filter;

import org.shaddock.api.Client;
import org.shaddock.api.Identity;
import org.shaddock.api.Request;
import org.shaddock.api.Session;
import org.shaddock.api.SessionId;
import org.shaddock.api.Settings;

/** Requests that come from nowhere. */
final class Requests {

    private Requests() {}

    static Request of(String route) {
        return of(route, 1, 0);
    }

    static Request of(String route, long session, long queuedMillis) {
        return new Plain(route, new Id(new SessionId("m", session)), queuedMillis);
    }

    private record Plain(String route, Session session, long queuedMillis) implements Request {

        @Override
        public boolean isNotify() {
            return false;
        }

        @Override
        public byte[] body() {
            return new byte[0];
        }
    }

    /** A session of which nothing but the id is asked. */
    private record Id(SessionId id) implements Session {

        @Override
        public Identity identity() {
            return Identity.NOBODY;
        }

        @Override
        public void bind(Identity identity) {}

        @Override
        public void unbind() {}

        @Override
        public Settings settings() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void push(String route, Object body) {}

        @Override
        public void kick(String reason) {}

        @Override
        public Client client() {
            throw new UnsupportedOperationException();
        }
    }
}
