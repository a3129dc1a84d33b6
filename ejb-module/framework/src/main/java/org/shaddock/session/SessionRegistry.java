package org.shaddock.session;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.HandlerException;
import org.shaddock.api.SessionId;

/** Which sessions there are on this member and who is bound to them. Safe for use by any thread. */
public final class SessionRegistry {

    private final LoginPolicy policy;
    private final Map<SessionId, ClientSession> byId = new ConcurrentHashMap<>();
    private final Map<String, List<ClientSession>> byUser = new ConcurrentHashMap<>();

    public SessionRegistry(LoginPolicy policy) {
        this.policy = policy;
    }

    public @Nullable ClientSession find(SessionId id) {
        return byId.get(id);
    }

    /** The sessions of a user, in the order they were bound. */
    public List<ClientSession> of(String userId) {
        return byUser.getOrDefault(userId, List.of());
    }

    public Collection<ClientSession> all() {
        return byId.values();
    }

    public int count() {
        return byId.size();
    }

    /** Adds a session unless there are so many already. */
    synchronized boolean add(ClientSession session, int most) {
        if (byId.size() >= most) {
            return false;
        }
        byId.put(session.id(), session);
        return true;
    }

    /**
     * Binds a user under the login policy.
     *
     * @param displaced is told which sessions have to go
     * @return false if the session is bound to that user already or has ended
     * @throws IllegalStateException if another user is bound to the session
     * @throws HandlerException {@code FORBIDDEN} if the policy refuses
     */
    boolean bind(ClientSession session, String userId, Consumer<ClientSession> displaced) {
        if (userId.isEmpty()) {
            throw new IllegalArgumentException("A user id must not be empty.");
        }
        synchronized (session) {
            if (session.state() == SessionState.CLOSED || userId.equals(session.userId())) {
                return false;
            }
            if (!session.userId().isEmpty()) {
                throw new IllegalStateException("Session " + session.id() + " is bound to '" + session.userId()
                        + "' already: unbind it before binding '" + userId + "'.");
            }
            byUser.compute(userId, (user, there) -> withNewcomer(user, there, session, displaced));
            session.userId(userId);
        }
        return true;
    }

    /** Takes the user from a session that has not ended; returns who it was, or {@code ""}. */
    String unbind(ClientSession session, Consumer<String> whenUserGone) {
        synchronized (session) {
            if (session.state() == SessionState.CLOSED) {
                return "";
            }
            String userId = session.userId();
            session.userId("");
            leave(session, userId, whenUserGone);
            return userId;
        }
    }

    /** Forgets a session. */
    void remove(ClientSession session, Consumer<String> whenUserGone) {
        byId.remove(session.id());
        leave(session, session.userId(), whenUserGone);
    }

    private List<ClientSession> withNewcomer(
            String userId,
            @Nullable List<ClientSession> there,
            ClientSession session,
            Consumer<ClientSession> displaced) {
        List<ClientSession> sessions = there == null ? new CopyOnWriteArrayList<>() : there;
        if (!sessions.isEmpty() && policy == LoginPolicy.REFUSE) {
            throw new HandlerException(ErrorCode.FORBIDDEN, "'" + userId + "' is signed in elsewhere.");
        }
        if (policy == LoginPolicy.KICK_OLD) {
            sessions.forEach(displaced);
        }
        sessions.add(session);
        return sessions;
    }

    private void leave(ClientSession session, String userId, Consumer<String> whenUserGone) {
        byUser.computeIfPresent(userId, (user, sessions) -> {
            sessions.remove(session);
            if (!sessions.isEmpty()) {
                return sessions;
            }
            whenUserGone.accept(user);
            return null;
        });
    }
}
