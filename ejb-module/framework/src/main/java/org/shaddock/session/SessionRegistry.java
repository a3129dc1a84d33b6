package org.shaddock.session;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.HandlerException;
import org.shaddock.api.Identity;
import org.shaddock.api.SessionId;

/**
 * Which sessions there are on this member and who is bound to them, under a login policy that looks at the other members too.
 * Safe for use by any thread.
 */
public final class SessionRegistry {

    private final LoginPolicy policy;
    private final LongSupplier nowMillis;
    private final UserMirror elsewhere = new UserMirror();
    private final Map<SessionId, ClientSession> byId = new ConcurrentHashMap<>();
    private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();
    private final Map<String, List<ClientSession>> byUser = new ConcurrentHashMap<>();
    private final AtomicLong signIns = new AtomicLong();
    private volatile Consumer<String> onChange = userId -> {};

    /** @param nowMillis stamps sign-ins, so that members agree which came first */
    public SessionRegistry(LoginPolicy policy, LongSupplier nowMillis) {
        this.policy = policy;
        this.nowMillis = nowMillis;
    }

    /** Says who hears, with the user's id, that a user has come, gone, or has other sessions than before. */
    void onChange(Consumer<String> listener) {
        onChange = listener;
    }

    /** Who is signed in on other members. */
    public UserMirror elsewhere() {
        return elsewhere;
    }

    LoginPolicy policy() {
        return policy;
    }

    /** All users who are signed in here. */
    Collection<String> users() {
        return byUser.keySet();
    }

    public @Nullable ClientSession find(SessionId id) {
        return byId.get(id);
    }

    /** The sessions of a user, in the order they were bound. */
    public List<ClientSession> of(String userId) {
        return byUser.getOrDefault(userId, List.of());
    }

    /** How often a user has signed in or out: what {@link #of} says stays true as long as this does not change. */
    public long signIns() {
        return signIns.get();
    }

    public Collection<ClientSession> all() {
        return byId.values();
    }

    public int count() {
        return byId.size();
    }

    /** Adds a session if there is room for it. */
    synchronized Room add(ClientSession session, SessionLimits limits) {
        String address = session.client().address();
        int most = limits.maxPerAddress();
        if (byId.size() >= limits.maxSessions()) {
            return Room.FULL;
        }
        if (most > 0 && byAddress.getOrDefault(address, 0) >= most) {
            return Room.ADDRESS_FULL;
        }
        byAddress.merge(address, 1, Integer::sum);
        byId.put(session.id(), session);
        return Room.THERE;
    }

    /**
     * Binds a user under the login policy.
     *
     * @param displaced is told which sessions have to go
     * @return false if the session is bound to that user already or has ended
     * @throws IllegalStateException if another user is bound to the session
     * @throws HandlerException {@code FORBIDDEN} if the policy refuses
     */
    boolean bind(ClientSession session, Identity identity, Consumer<ClientSession> displaced) {
        String userId = identity.userId();
        synchronized (session) {
            if (session.state() == SessionState.CLOSED || !isNew(userId, session.userId(), session.id())) {
                return false;
            }
            byUser.compute(userId, (user, there) -> withNewcomer(user, there, session, displaced));
            signIns.incrementAndGet();
            session.identity(identity);
            onChange.accept(userId);
        }
        return true;
    }

    /**
     * Whether binding a user changes anything.
     *
     * @throws IllegalArgumentException if the user has no name
     * @throws IllegalStateException if another user is bound to the session
     */
    static boolean isNew(String userId, String boundUserId, SessionId id) {
        if (userId.isEmpty()) {
            throw new IllegalArgumentException("A user id must not be empty.");
        }
        if (!boundUserId.isEmpty() && !boundUserId.equals(userId)) {
            throw new IllegalStateException("Session " + id + " is bound to '" + boundUserId
                    + "' already: unbind it before binding '" + userId + "'.");
        }
        return boundUserId.isEmpty();
    }

    /** @throws HandlerException {@code FORBIDDEN} if the policy does not let the user sign in once more */
    public void checkPolicy(String userId) {
        checkPolicy(userId, of(userId));
    }

    /** Takes the user from a session that has not ended; returns who it was, or {@code ""}. */
    String unbind(ClientSession session, Consumer<String> whenUserGone) {
        synchronized (session) {
            if (session.state() == SessionState.CLOSED) {
                return "";
            }
            String userId = session.userId();
            session.identity(Identity.NOBODY);
            leave(session, userId, whenUserGone);
            return userId;
        }
    }

    /** Forgets a session. */
    void remove(ClientSession session, Consumer<String> whenUserGone) {
        if (byId.remove(session.id()) != null) {
            byAddress.computeIfPresent(session.client().address(), (address, count) -> count == 1 ? null : count - 1);
        }
        leave(session, session.userId(), whenUserGone);
    }

    private List<ClientSession> withNewcomer(
            String userId,
            @Nullable List<ClientSession> there,
            ClientSession session,
            Consumer<ClientSession> displaced) {
        List<ClientSession> sessions = there == null ? new CopyOnWriteArrayList<>() : there;
        checkPolicy(userId, sessions);
        if (policy == LoginPolicy.KICK_OLD) {
            sessions.forEach(displaced);
        }
        session.signInStamp(nextStamp(userId, sessions));
        sessions.add(session);
        return sessions;
    }

    private void checkPolicy(String userId, List<ClientSession> here) {
        if (policy == LoginPolicy.REFUSE
                && !(here.isEmpty() && elsewhere.entries(userId).isEmpty())) {
            throw new HandlerException(ErrorCode.FORBIDDEN, "'" + userId + "' is signed in elsewhere.");
        }
    }

    /** Now, or just after the latest sign-in that is known, whatever the clocks of other members say. */
    private long nextStamp(String userId, List<ClientSession> here) {
        LongStream known = LongStream.concat(
                here.stream().mapToLong(session -> session.signIn().stamp()),
                elsewhere.entries(userId).stream()
                        .mapToLong(entry -> entry.signIn().stamp()));
        return Math.max(nowMillis.getAsLong(), known.max().orElse(0) + 1);
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
        if (!userId.isEmpty()) {
            signIns.incrementAndGet();
            onChange.accept(userId);
        }
    }

    /** Whether there is room for one more. */
    enum Room {
        THERE("connection.accepted", CloseCode.NORMAL, ""),
        FULL("connection.refused.full", CloseCode.TRY_AGAIN_LATER, "The server is full."),
        ADDRESS_FULL("connection.refused.address", CloseCode.POLICY, "Too many connections from your address.");

        private final String counter;
        private final CloseCode code;
        private final String reason;

        Room(String counter, CloseCode code, String reason) {
            this.counter = counter;
            this.code = code;
            this.reason = reason;
        }

        /** Under which it is counted. */
        String counter() {
            return counter;
        }

        /** How the connection is closed. */
        CloseCode code() {
            return code;
        }

        String reason() {
            return reason;
        }
    }
}
