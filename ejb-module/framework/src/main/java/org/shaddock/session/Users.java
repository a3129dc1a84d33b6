package org.shaddock.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.shaddock.cluster.MemberId;
import org.shaddock.cluster.Membership;
import org.shaddock.remote.FrameReader;
import org.shaddock.remote.FrameWriter;
import org.shaddock.remote.Peers;

/**
 * Tells the other members who is signed in here, learns from them who is signed in there, and carries the login policy
 * across members. A change is the user, the number of its sessions on the member and those sessions; none means gone.
 *
 * <p>The members learn of a sign-in a moment after it. Within that moment a user can be signed in twice against the policy;
 * as soon as both members know, the session that has to go is kicked by the one that holds it, and both agree which one:
 * under {@code kick-old} the earlier, under {@code refuse} the later.
 */
public final class Users {

    static final String SIGNED_IN_ELSEWHERE = "signed in elsewhere";

    private final SessionRegistry registry;
    private final UserMirror mirror;
    private final Connector connector;
    private final Executor pool;
    private final Mirroring mirroring;

    public Users(
            SessionRegistry registry,
            Connector connector,
            Peers peers,
            Membership membership,
            Connector.Environment environment) {
        this.registry = registry;
        this.mirror = registry.elsewhere();
        this.connector = connector;
        this.pool = environment.pool();
        this.mirroring = new Mirroring("users", peers, membership, new Table(), environment.counters());
    }

    /** Begins to tell and to listen. */
    public void start() {
        registry.onChange(this::announce);
        mirroring.start();
    }

    /** Call it a few times a second. */
    public void sweep() {
        mirroring.sweep();
    }

    private void announce(String userId) {
        mirroring.announce(() -> change(userId));
    }

    private byte[] change(String userId) {
        List<ClientSession> sessions = List.copyOf(registry.of(userId));
        FrameWriter out = new FrameWriter(64).text(userId).number(sessions.size());
        sessions.forEach(session -> session.signIn().write(out));
        return out.toBytes();
    }

    private static List<SignIn> signIns(FrameReader in, String member) {
        List<SignIn> signIns = new ArrayList<>();
        for (int i = in.count(); i > 0; i--) {
            signIns.add(SignIn.read(in, member));
        }
        return signIns;
    }

    /** Kicks those sessions here that the policy does not allow beside those on other members. */
    private void settle(String userId) {
        List<ClientSession> here = registry.of(userId);
        if (!here.isEmpty()) {
            List<SignIn> there =
                    mirror.known(userId).stream().map(UserMirror.Entry::signIn).toList();
            here.stream()
                    .filter(session -> registry.policy().yields(session.signIn(), there))
                    .forEach(session -> pool.execute(() -> connector.kick(session, SIGNED_IN_ELSEWHERE)));
        }
    }

    private final class Table implements Mirroring.Table {

        @Override
        public void tellAll(Consumer<byte[]> changes) {
            registry.users().forEach(userId -> changes.accept(change(userId)));
        }

        @Override
        public void apply(MemberId from, FrameReader change) {
            String userId = change.text();
            mirror.put(from, userId, signIns(change, from.name()));
            settle(userId);
        }

        @Override
        public void retain(Predicate<MemberId> members) {
            mirror.retain(members);
        }
    }
}
