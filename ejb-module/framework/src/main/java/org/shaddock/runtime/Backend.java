package org.shaddock.runtime;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.shaddock.api.AreaId;
import org.shaddock.api.Areas;
import org.shaddock.api.CallRouter;
import org.shaddock.api.Delivery;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.PushResult;
import org.shaddock.api.RemoteCall;
import org.shaddock.api.Router;
import org.shaddock.api.Session;
import org.shaddock.area.AreaFigures;
import org.shaddock.area.AreaGateway;
import org.shaddock.area.AreaHost;
import org.shaddock.area.AreaPlaces;
import org.shaddock.area.AreaPushes;
import org.shaddock.area.AreaRemotes;
import org.shaddock.area.Carrier;
import org.shaddock.cluster.MemberId;
import org.shaddock.handler.Forwarding;
import org.shaddock.handler.HandlerServer;
import org.shaddock.placement.Placer;
import org.shaddock.placement.Planner;
import org.shaddock.placement.Rebalancer;
import org.shaddock.remote.Barrier;
import org.shaddock.remote.DeliveryException;
import org.shaddock.remote.call.AreaAccess;
import org.shaddock.remote.routing.MemberRouter;
import org.shaddock.session.JsonCodec;
import org.shaddock.session.Outgoing;
import org.shaddock.tick.TickWheel;

/** What runs behind the connector: the areas of this member, and the way to those of others. */
final class Backend {

    private final Settings settings;
    private final MemberRouter router;
    private final AreaFigures areaFigures;
    private final AreaHost host;
    private final Placer placer;
    private final AreaPlaces places;
    private final Forwarding forwarding;
    private final AreaRemotes remotes;
    private final OptionalLong shortestTickMillis;
    private final TickWheel wheel = new TickWheel();

    Backend(
            Settings settings,
            Game game,
            JsonCodec json,
            ClusterNode node,
            FrontEnd frontEnd,
            Surroundings surroundings) {
        this.settings = settings;
        this.shortestTickMillis = game.shortestTickMillis();
        this.router = new MemberRouter(node.membership(), surroundings.chance());
        this.areaFigures = new AreaFigures(game.areas().keySet(), System::nanoTime);
        this.host = new AreaHost(game.areas(), settings.areas(), hostSurroundings(node, frontEnd, surroundings));
        Planner planner = new AreaPlanning(settings.cluster(), game.planner());
        this.placer = node.placer(host, planner);
        host.placedBy(placer);
        AreaGateway gateway = new AreaGateway(
                placer, surroundings.clockwork(), settings.areas().reachMillis());
        this.remotes = new AreaRemotes(host, gateway);
        this.places = new AreaPlaces(
                host,
                gateway,
                frontEnd,
                game.serverTypes()::contains,
                new AreaPlaces.Network(node.peers(), json, frontEnd.channels()));
        listen(node, frontEnd, planner, surroundings);
        this.forwarding = new Forwarding(
                host,
                places,
                new Forwarding.Network(
                        node.peers(),
                        frontEnd,
                        this::choose,
                        settings.handlers().run().timeoutMillis()),
                json);
        HandlerServer server =
                new HandlerServer(game.handlers(), forwarding, frontEnd, json, surroundings.environment());
        server.serve(node.peers());
    }

    private void listen(ClusterNode node, FrontEnd frontEnd, Planner planner, Surroundings surroundings) {
        FenceWatch fence = new FenceWatch(frontEnd.connector().fences());
        placer.listen(fence);
        node.membership().listen(fence);
        placer.listen(places);
        int threshold = settings.cluster().rebalanceThreshold();
        if (threshold > 0) {
            node.membership()
                    .listen(new Rebalancing(
                            Rebalancer.even(threshold, planner),
                            node.membership(),
                            placer,
                            host,
                            surroundings.timer()));
        }
        node.membership().listen(places);
    }

    /** Calls between members. To be called once. */
    RemoteCalls calls(RemoteGame game, ClusterNode node, Surroundings surroundings) {
        return new RemoteCalls(
                new RemoteCalls.Links(node.peers(), node.membership()),
                game,
                settings::runs,
                new RemoteCalls.Surroundings(
                        surroundings.callPool(),
                        surroundings.timer(),
                        remotes,
                        surroundings.random()::nextDouble,
                        settings.peers().timeoutMillis(),
                        surroundings.environment().tracer()));
    }

    AreaHost host() {
        return host;
    }

    AreaFigures areaFigures() {
        return areaFigures;
    }

    Placer placer() {
        return placer;
    }

    AreaPlaces places() {
        return places;
    }

    Areas areas() {
        return places;
    }

    /** For calls to areas. */
    AreaAccess remotes() {
        return remotes;
    }

    Forwarding forwarding() {
        return forwarding;
    }

    OptionalLong shortestTickMillis() {
        return shortestTickMillis;
    }

    TickWheel wheel() {
        return wheel;
    }

    /** Moves all areas elsewhere; ends when none is left. */
    CompletableFuture<Void> clear() {
        return host.clear();
    }

    private AreaHost.Surroundings hostSurroundings(ClusterNode node, FrontEnd frontEnd, Surroundings surroundings) {
        return new AreaHost.Surroundings(
                settings.member(),
                frontEnd.channels(),
                new Pushes(frontEnd),
                surroundings.environment(),
                surroundings.timer(),
                wheel,
                new Way(new Barrier(node.peers(), node.membership())),
                areaFigures);
    }

    /** Messages of one user go to the same member as long as the members stay the same. */
    private MemberId choose(Forwarding.Destination destination) {
        Session session = destination.session();
        String key = session.userId().isEmpty() ? session.id().toString() : session.userId();
        RemoteCall call =
                new RemoteCall(destination.serverType(), "handler", destination.route(), key, settings.member());
        Optional<MemberId> chosen = router.choose(call, Router.HASH, CallRouter.class, Set.of());
        return chosen.orElseThrow(() -> new DeliveryException(
                ErrorCode.UNREACHABLE, "No member runs the server type '" + destination.serverType() + "'."));
    }

    /** An area's way to another member. */
    private final class Way implements Carrier {

        private final Barrier barrier;

        Way(Barrier barrier) {
            this.barrier = barrier;
        }

        @Override
        public CompletableFuture<?> carry(MemberId to, AreaId area, long epoch, byte[] saved) {
            return places.carry(to, area, epoch, saved);
        }

        @Override
        public CompletableFuture<?> settle(MemberId next) {
            return barrier.pass(next);
        }
    }

    /** Encoded pushes go to channels and sessions wherever these are. */
    private record Pushes(FrontEnd frontEnd) implements AreaPushes {

        @Override
        public Outgoing encode(String route, Object body, Delivery delivery) {
            return frontEnd.connector().outgoing(route, body, delivery);
        }

        @Override
        public void toChannel(String channel, Outgoing outgoing) {
            PushResult unused = frontEnd.channels().send(channel, outgoing);
        }

        @Override
        public void toSession(Session session, Outgoing outgoing) {
            frontEnd.peerSessions().send(session, outgoing);
        }
    }
}
