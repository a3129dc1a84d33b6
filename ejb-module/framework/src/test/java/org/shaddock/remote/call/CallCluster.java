package org.shaddock.remote.call;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import org.shaddock.api.CallRouter;
import org.shaddock.api.HandlerException;
import org.shaddock.api.RemoteFilter;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberId;
import org.shaddock.flow.Causes;
import org.shaddock.metrics.Counters;
import org.shaddock.remote.FixedMembership;
import org.shaddock.remote.PeerSettings;
import org.shaddock.remote.Peers;
import org.shaddock.remote.SimulatedNetwork;
import org.shaddock.remote.codec.JavaTypes;
import org.shaddock.remote.link.LinkLimits;
import org.shaddock.remote.link.OrderedLink;
import org.shaddock.remote.routing.MemberRouter;
import org.shaddock.trace.Tracer;

/** Members that call one another over a simulated network, all in one thread. */
final class CallCluster {

    static final long TIMEOUT_MILLIS = 1000;

    final SimulatedNetwork network;
    final List<RemoteFilter> filters = new ArrayList<>();
    AreaAccess areas = AreaAccess.NONE;
    Tracer tracer = Tracer.NONE;

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Random random;

    CallCluster(long seed, SimulatedNetwork.Faults faults) {
        network = new SimulatedNetwork(seed, faults);
        random = new Random(seed);
    }

    /** Starts a member that all others see at once. */
    Node start(String name, String... serverTypes) {
        Member member = FixedMembership.member(new MemberId(name, "1"), serverTypes);
        Node node = new Node(member, List.copyOf(nodes.values()));
        nodes.values().forEach(other -> other.membership.join(member));
        nodes.put(name, node);
        return node;
    }

    Node node(String name) {
        return nodes.get(name);
    }

    /** All others see a member leave. */
    void crash(String name) {
        Node gone = nodes.remove(name);
        nodes.values().forEach(other -> other.membership.leave(gone.id));
    }

    /** How a call ends: with a value, or with an error's class, code and message. */
    Object outcome(CompletionStage<?> stage) {
        network.runUntil(() -> stage.toCompletableFuture().isDone(), 600_000);
        return stage.toCompletableFuture()
                .handle((value, error) -> error == null ? String.valueOf(value) : text(error))
                .getNow("not done");
    }

    private static String text(Throwable error) {
        HandlerException told = Causes.find(HandlerException.class, error).orElse(null);
        return told == null
                ? error.toString()
                : told.getClass().getSimpleName() + " " + told.code() + " " + told.getMessage();
    }

    /** A member. */
    final class Node {

        final MemberId id;
        final FixedMembership membership;
        final Counters counters = new Counters();
        final Peers peers;
        final MemberRouter router;
        final RemoteServer server;
        final RemoteProxies remotes;
        private final JavaTypes codecs = new JavaTypes();

        Node(Member self, List<Node> others) {
            id = self.id();
            membership = new FixedMembership(id);
            membership.update(self);
            others.forEach(other ->
                    membership.join(other.membership.view().find(other.id).orElseThrow()));
            OrderedLink link = new OrderedLink(
                    membership,
                    network.wire(),
                    LinkLimits.DEFAULT,
                    new OrderedLink.Environment(network.threads(), network::nowMillis, counters));
            peers = new Peers(
                    link,
                    membership,
                    new PeerSettings(TIMEOUT_MILLIS, 1000),
                    new Peers.Environment(network::nowMillis, counters));
            router = new MemberRouter(
                    membership, new MemberRouter.Chance(random::nextDouble, Member::load, CallCluster::custom));
            CallFilters around = new CallFilters(filters, tracer);
            server = new RemoteServer(network.threads(), around, areas);
            server.serve(peers);
            remotes = new RemoteProxies(
                    peers,
                    membership,
                    router,
                    codecs,
                    new RemoteProxies.Surroundings(network.threads(), network.timer(), around, areas, TIMEOUT_MILLIS));
            network.every(100, link::sweep);
            network.every(100, peers::sweep);
        }

        <T> Node serve(Class<T> type, T implementation) {
            server.add(new RemoteInterface(type, codecs), () -> implementation);
            return this;
        }

        <T> T call(Class<T> type) {
            return remotes.of(type);
        }
    }

    private static CallRouter custom(Class<? extends CallRouter> type) {
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
