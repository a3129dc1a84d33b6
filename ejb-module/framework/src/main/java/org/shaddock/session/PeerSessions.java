package org.shaddock.session;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.shaddock.api.HandlerException;
import org.shaddock.api.Identity;
import org.shaddock.api.Session;
import org.shaddock.api.SessionId;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberId;
import org.shaddock.cluster.Membership;
import org.shaddock.remote.FrameException;
import org.shaddock.remote.Peers;

/**
 * Sessions whose connections other members hold, as this member works with them; and what other members want done to the
 * sessions whose connections are here.
 *
 * <p>A session goes to another member as a {@link SessionSnapshot} and is worked with there as any session. What is done to
 * it comes back as messages nobody waits for, in order and before whatever else that member sends later. A session that has
 * ended meanwhile ignores them.
 *
 * <p>A binding counts on the member that asks for it as soon as it has asked. The one that holds the connection may have to
 * refuse it, because the login policy is {@code refuse} and the user has just signed in elsewhere, or because another user has just
 * been bound to the session: then the session is kicked with the reason "signed in elsewhere", and the log says so.
 */
public final class PeerSessions {

    private static final Logger LOG = System.getLogger(PeerSessions.class.getName());
    private static final String SERVICE = "session";
    private static final CompletionStage<byte[]> DONE = CompletableFuture.completedFuture(new byte[0]);

    private final SessionRegistry registry;
    private final Connector connector;
    private final Peers peers;
    private final Membership membership;
    private final Connector.Environment environment;

    public PeerSessions(
            SessionRegistry registry,
            Connector connector,
            Peers peers,
            Membership membership,
            Connector.Environment environment) {
        this.registry = registry;
        this.connector = connector;
        this.peers = peers;
        this.membership = membership;
        this.environment = environment;
    }

    /** Begins to listen to other members. */
    public void start() {
        peers.serve(SERVICE, this::heard);
    }

    /**
     * What another member is to know of a session.
     *
     * @throws IllegalArgumentException if a setting cannot be written as JSON
     */
    public SessionSnapshot snapshot(ClientSession session) {
        Map<String, byte[]> texts = session.settingsAsTexts(settings -> settings.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, setting -> text(session, setting.getKey(), setting.getValue()))));
        return new SessionSnapshot(session.id(), session.identity(), session.client(), texts);
    }

    /**
     * What another member is to know of a session, wherever its connection is; of one that has ended, what is left to know.
     *
     * @throws IllegalArgumentException if a setting cannot be written as JSON
     */
    public SessionSnapshot snapshot(Session session) {
        if (session instanceof RemoteSession remote) {
            return remote.snapshot();
        }
        ClientSession known = session instanceof SessionView view ? view.session() : registry.find(session.id());
        return known == null
                ? new SessionSnapshot(session.id(), session.identity(), session.client(), Map.of())
                : snapshot(known);
    }

    /** The member that holds a session's connection; empty if it is this one. */
    public Optional<MemberId> frontEnd(Session session) {
        return session instanceof RemoteSession remote ? Optional.of(present(remote.frontEnd())) : Optional.empty();
    }

    /**
     * A session as another member told of it.
     *
     * @param frontEnd the member that holds the connection
     */
    public Session remote(MemberId frontEnd, SessionSnapshot snapshot) {
        ClientSession here = registry.find(snapshot.id());
        return here == null ? new RemoteSession(frontEnd, snapshot, this) : connector.view(here);
    }

    /** Sends what is encoded already, wherever the session's connection is; to a session that has ended nothing is sent. */
    public void send(Session session, Outgoing outgoing) {
        if (session instanceof RemoteSession remote) {
            tell(remote, new SessionCall.Push(remote.id().number(), outgoing));
        } else {
            Optional.ofNullable(registry.find(session.id())).ifPresent(here -> connector.deliver(here, outgoing));
        }
    }

    Session remote(UserMirror.Entry entry) {
        SignIn signIn = entry.signIn();
        Identity identity = new Identity(entry.userId(), signIn.roles());
        return remote(entry.at(), new SessionSnapshot(signIn.id(), identity, signIn.client(), Map.of()));
    }

    /** @throws HandlerException if it is known already that the binding will be refused */
    void bind(RemoteSession session, Identity identity) {
        String userId = identity.userId();
        registry.checkPolicy(userId);
        MemberId frontEnd = present(session.frontEnd());
        SignIn signIn = new SignIn(
                session.id(),
                session.client(),
                identity.roles(),
                environment.nowMillis().getAsLong());
        registry.elsewhere().expect(new UserMirror.Entry(frontEnd, userId, signIn));
        if (!tell(session, new SessionCall.Bind(session.id().number(), identity))) {
            registry.elsewhere().settled(session.id());
        }
    }

    /** False if the session's member is gone, and the session with it. */
    boolean tell(RemoteSession session, SessionCall call) {
        return peers.tell(present(session.frontEnd()), SERVICE, call.toBytes());
    }

    Connector connector() {
        return connector;
    }

    JsonCodec json() {
        return connector.json();
    }

    /** A member keeps its connections when it gets a new incarnation. */
    private MemberId present(MemberId frontEnd) {
        return membership.view().contains(frontEnd)
                ? frontEnd
                : membership.view().find(frontEnd.name()).map(Member::id).orElse(frontEnd);
    }

    private byte[] text(ClientSession session, String key, Object value) {
        try {
            return JsonValue.text(value, json());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The setting '" + key + "' of session " + session.id() + " cannot go to another member: "
                            + e.getMessage() + " Keep records and JDK types in settings.",
                    e);
        }
    }

    private CompletionStage<byte[]> heard(MemberId from, byte[] payload) {
        try {
            SessionCall call = SessionCall.parse(payload, connector::passedOn);
            if (call instanceof SessionCall.Settled) {
                registry.elsewhere().settled(new SessionId(from.name(), call.number()));
            } else {
                carryOut(from, call);
            }
        } catch (FrameException e) {
            environment.counters().increment("session.call.malformed");
            LOG.log(Level.DEBUG, "A call from {0} was dropped: {1}", from, e.getMessage());
        }
        return DONE;
    }

    private void carryOut(MemberId from, SessionCall call) {
        ClientSession session = registry.find(new SessionId(connector.member(), call.number()));
        if (session != null) {
            carryOut(session, call);
        }
        if (call instanceof SessionCall.Bind) {
            peers.tell(from, SERVICE, new SessionCall.Settled(call.number()).toBytes());
        }
    }

    /** What may take longer, since the game hears of it, is left to the pool. */
    private void carryOut(ClientSession session, SessionCall call) {
        if (call instanceof SessionCall.Push push) {
            push(session, push.outgoing());
        } else if (call instanceof SessionCall.Settings settings) {
            Map<String, Optional<Object>> changes = new HashMap<>();
            settings.changes().forEach((key, text) -> changes.put(key, text.map(JsonValue::new)));
            session.merge(changes);
        } else if (call instanceof SessionCall.Kick kick) {
            environment.pool().execute(() -> connector.kick(session, kick.reason()));
        } else if (call instanceof SessionCall.Unbind) {
            connector.unbind(session, environment.pool());
        } else if (call instanceof SessionCall.Bind bind) {
            bind(session, bind.identity());
        }
    }

    private void push(ClientSession session, Outgoing outgoing) {
        if (connector.fences().admits(outgoing)) {
            connector.deliver(session, outgoing);
        } else {
            environment.counters().increment("session.fenced");
        }
    }

    private void bind(ClientSession session, Identity identity) {
        try {
            connector.bind(session, identity, environment.pool());
        } catch (HandlerException | IllegalStateException | IllegalArgumentException e) {
            LOG.log(
                    Level.WARNING,
                    "Session {0} is kicked, since another member has bound it: {1}",
                    session.id(),
                    e.getMessage());
            environment.pool().execute(() -> connector.kick(session, Users.SIGNED_IN_ELSEWHERE));
        }
    }
}
