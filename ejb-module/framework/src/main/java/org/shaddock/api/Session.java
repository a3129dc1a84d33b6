package org.shaddock.api;

/**
 * One connected client, as a handler sees it (Pomelo's FrontendSession and BackendSession).
 *
 * <p>Safe for use by any thread. A call on a session that has closed meanwhile does nothing. The client may be connected to
 * another member: then what is done to the session is told to that one, in order, and nobody waits for it.
 */
public interface Session {

    SessionId id();

    /** Who the client is: the user bound to this session, with its roles. */
    Identity identity();

    /** The user bound to this session, or {@code ""} while there is none. */
    default String userId() {
        return identity().userId();
    }

    /** Says who the client is, without any roles: {@link #bind(Identity)}. */
    default void bind(String userId) {
        bind(new Identity(userId));
    }

    /**
     * Says who the client is. From now on pushes and channels reach it by this id, and the roles count for its next messages. Does
     * nothing if that user is bound already, as by an {@link Authenticator}; to change the roles, unbind first.
     *
     * @throws IllegalStateException if another user is bound to this session
     * @throws HandlerException with {@link ErrorCode#FORBIDDEN} if the user is signed in elsewhere and the login policy
     *     is {@code refuse}; if that comes to light too late, because both sign-ins happened on different members at the
     *     same moment, the later session is kicked with the reason "signed in elsewhere"
     */
    void bind(Identity identity);

    /** Forgets who the client is; it leaves all channels. */
    void unbind();

    /** What the game keeps with the session: a copy for this message until it is pushed. */
    Settings settings();

    /** Sends a message to this client alone. */
    void push(String route, Object body);

    /** Tells the client why and closes its connection. */
    void kick(String reason);

    Client client();
}
