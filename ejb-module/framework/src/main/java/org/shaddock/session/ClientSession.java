package org.shaddock.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.shaddock.api.Client;
import org.shaddock.api.Identity;
import org.shaddock.api.SessionId;
import org.shaddock.flow.Mailbox;
import org.shaddock.flow.Printable;
import org.shaddock.flow.Sequence;

/**
 * One client as the connector knows it. Handlers see it through {@link SessionView}.
 *
 * <p>Fields guarded by this object's lock change only in {@link SessionRegistry} and {@link Connector}.
 */
public final class ClientSession {

    private final SessionId id;
    private final Connection connection;
    private final Outbox outbox;
    private final FloodGuard flood;
    private final Mailbox mailbox;
    private final Sequence news = new Sequence();
    private final RouteHistory routes = new RouteHistory();
    private final long openedMillis;
    private volatile SessionState state = SessionState.INITED;
    private volatile Identity identity = Identity.NOBODY;
    private Identity guest = Identity.NOBODY;
    private boolean acknowledged;
    private volatile long signInStamp;
    private volatile Map<String, Object> settings = Map.of();
    private volatile SettingsTexts texts = SettingsTexts.NONE;
    private volatile long lastSeenMillis;
    private volatile long lastMessageMillis;
    private volatile long closingSinceMillis;
    private volatile boolean deaf;
    private volatile long turnEndedMillis;

    ClientSession(
            SessionId id, Connection connection, SessionLimits limits, Traffic traffic, Executor pool, long nowMillis) {
        this.id = id;
        this.connection = connection;
        this.outbox = new Outbox(connection, limits.outbox(), traffic);
        this.flood = new FloodGuard(limits.flood(), nowMillis);
        this.mailbox = new Mailbox(pool, limits.mailbox());
        this.openedMillis = nowMillis;
        this.lastSeenMillis = nowMillis;
        this.lastMessageMillis = nowMillis;
        this.turnEndedMillis = nowMillis;
    }

    public SessionId id() {
        return id;
    }

    public Client client() {
        return connection.client();
    }

    /** Who is bound to it. */
    public Identity identity() {
        return identity;
    }

    /** The bound user, or {@code ""}. */
    public String userId() {
        return identity.userId();
    }

    public SessionState state() {
        return state;
    }

    /** Whether messages flow. */
    public boolean isWorking() {
        return state == SessionState.WORKING;
    }

    /** Whether it has ended or is about to, so that nothing it sends matters any more. */
    boolean isEnding() {
        return deaf || state == SessionState.CLOSED;
    }

    /** From now on nothing it sends matters. */
    void hearNoMore() {
        deaf = true;
    }

    /** Where this session's messages wait for their turn. */
    public Mailbox mailbox() {
        return mailbox;
    }

    /** When the last turn of this session ended. */
    public long turnEndedMillis() {
        return turnEndedMillis;
    }

    public void turnEnded(long nowMillis) {
        turnEndedMillis = nowMillis;
    }

    /** How often it has called each route. */
    public Map<String, Long> routes() {
        return routes.counts();
    }

    void called(String route) {
        routes.count(route);
    }

    /** Bytes queued for this client and not yet taken by its transport. */
    public long pendingBytes() {
        return outbox.pendingBytes();
    }

    /** What the game keeps with the session; replaced as a whole, never changed. */
    public Map<String, Object> settings() {
        return settings;
    }

    /** The settings as JSON texts, written anew only when they have changed. */
    Map<String, byte[]> settingsAsTexts(Function<Map<String, Object>, Map<String, byte[]>> writer) {
        SettingsTexts known = texts;
        Map<String, Object> now = settings;
        if (known.settings() != now) {
            known = new SettingsTexts(now, writer.apply(now));
            texts = known;
        }
        return known.texts();
    }

    /** Replaces the values of these keys, or removes keys without a value, and leaves all others alone. */
    synchronized void merge(Map<String, Optional<Object>> changes) {
        Map<String, Object> merged = new HashMap<>(settings);
        changes.forEach(
                (key, value) -> value.ifPresentOrElse(present -> merged.put(key, present), () -> merged.remove(key)));
        settings = Map.copyOf(merged);
    }

    /** What listeners are to be told of this session, in the order it happened. */
    Sequence news() {
        return news;
    }

    Connection connection() {
        return connection;
    }

    Outbox outbox() {
        return outbox;
    }

    FloodGuard flood() {
        return flood;
    }

    void identity(Identity bound) {
        identity = bound;
    }

    /** As the other members know it. */
    SignIn signIn() {
        return new SignIn(id, client(), identity.roles(), signInStamp);
    }

    void signInStamp(long stamp) {
        signInStamp = stamp;
    }

    void state(SessionState next) {
        state = next;
    }

    /**
     * The client is about to be answered, and once it has acknowledged that it is who it is said to be. True if it has already: a
     * client may send the acknowledgement along with its handshake.
     */
    synchronized boolean welcome(Identity identity) {
        guest = identity;
        return advance(SessionState.SHAKING, SessionState.WAIT_ACK) && acknowledged;
    }

    /** True if messages flow from now on. */
    synchronized boolean acknowledge() {
        acknowledged |= state == SessionState.SHAKING;
        return advance(SessionState.WAIT_ACK, SessionState.WORKING);
    }

    /** Who is to be bound to it, now that it has acknowledged. */
    synchronized Identity guest() {
        return guest;
    }

    /** Moves on if the session is still where the caller believes it is. */
    synchronized boolean advance(SessionState from, SessionState to) {
        if (state != from) {
            return false;
        }
        state = to;
        return true;
    }

    /** When it connected. */
    public long openedMillis() {
        return openedMillis;
    }

    void seen(long nowMillis) {
        lastSeenMillis = nowMillis;
    }

    long lastSeenMillis() {
        return lastSeenMillis;
    }

    void messageSeen(long nowMillis) {
        lastMessageMillis = nowMillis;
    }

    long lastMessageMillis() {
        return lastMessageMillis;
    }

    /** Remembers when the session ended. */
    void closing(long nowMillis) {
        closingSinceMillis = nowMillis;
    }

    long closingSinceMillis() {
        return closingSinceMillis;
    }

    /** Settings and how they are written. */
    private record SettingsTexts(Map<String, Object> settings, Map<String, byte[]> texts) {

        static final SettingsTexts NONE = new SettingsTexts(Map.of(), Map.of());
    }

    @Override
    public String toString() {
        return id + (userId().isEmpty() ? "" : " (" + Printable.of(userId()) + ")") + " from " + client().address();
    }
}
