package org.shaddock.handler;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaId;
import org.shaddock.api.Session;
import org.shaddock.area.AreaCall;
import org.shaddock.area.AreaHost;
import org.shaddock.area.AreaPlaces;
import org.shaddock.area.SessionPort;
import org.shaddock.cluster.MemberId;
import org.shaddock.remote.Peers;
import org.shaddock.session.JsonCodec;

/**
 * Takes requests to where their handlers run: into the area that the session is in, wherever that is held, or to a member that
 * runs the route's type. Filters, time-outs and the answer stay with the session's own member.
 */
public final class Forwarding {

    /** How much longer another member may work on a request than its client waits: the client's own deadline comes first. */
    private static final long GRACE_MILLIS = 1000;

    private final AreaHost host;
    private final AreaPlaces places;
    private final Network network;
    private final JsonCodec json;

    public Forwarding(AreaHost host, AreaPlaces places, Network network, JsonCodec json) {
        this.host = host;
        this.places = places;
        this.network = network;
        this.json = json;
    }

    /** Ends with the handler's result, as JSON text if it ran on another member; cancelling it calls the handler off. */
    CompletableFuture<@Nullable Object> forward(Exchange exchange, HandlerMethod handler) {
        String type = handler.route().serverType();
        if (!handler.inArea()) {
            return ask(
                    network.chooser().apply(new Destination(type, exchange.route(), exchange.session())),
                    exchange,
                    null);
        }
        Thread caller = Thread.currentThread();
        return places.inCurrent(
                exchange.session(),
                type,
                placed -> placed.member().equals(network.peers().self())
                        ? here(exchange, handler, placed.area(), Thread.currentThread() == caller)
                        : ask(placed.member(), exchange, placed.area()));
    }

    /**
     * Runs a handler as a turn of an area that is held here, for a session of another member. The body is bound in the turn: so
     * messages are handled in the order they came from that member.
     */
    CompletableFuture<@Nullable Object> inArea(
            AreaId area, HandlerMethod handler, Argument.Call call, boolean answered, Interruptible running) {
        Session seen = host.seen(area, call.session());
        return turn(
                area,
                handler,
                seen,
                new Answering(handler.route().toString(), answered, false, running),
                () -> values(handler, seen, call));
    }

    private CompletableFuture<@Nullable Object> here(
            Exchange exchange, HandlerMethod handler, AreaId area, boolean direct) {
        Session seen = host.seen(area, exchange.session());
        @Nullable Object[] values = values(handler, seen, exchange);
        return turn(
                area,
                handler,
                seen,
                new Answering(exchange.route(), !exchange.isNotify(), direct, exchange.running()),
                () -> values);
    }

    private CompletableFuture<@Nullable Object> turn(
            AreaId area,
            HandlerMethod handler,
            Session session,
            Answering answering,
            Supplier<@Nullable Object[]> values) {
        AreaCall call = (state, context) -> {
            if (!host.isInside(area, session)) {
                throw AreaPlaces.nowhere(area.type());
            }
            return answering.running().run(() -> handler.invoke(values.get(), state, context));
        };
        return host.call(area, answering.route(), answering.answered(), answering.direct(), call);
    }

    private @Nullable Object[] values(HandlerMethod handler, Session seen, Argument.Call call) {
        return handler.bind(new AreaTurnCall(seen, call.body()), json);
    }

    private CompletableFuture<@Nullable Object> ask(MemberId member, Exchange exchange, @Nullable AreaId area) {
        byte[] message = new HandlerMessage(
                        exchange.route(),
                        exchange.isNotify(),
                        area,
                        network.sessions().snapshot(exchange.session()),
                        exchange.body())
                .toBytes();
        CompletableFuture<byte[]> reply =
                network.peers().ask(member, HandlerServer.SERVICE, message, network.timeoutMillis() + GRACE_MILLIS);
        CompletableFuture<@Nullable Object> result = new CompletableFuture<>();
        CompletableFuture<byte[]> unused = reply.whenComplete((bytes, error) -> {
            try {
                if (error == null) {
                    result.complete(HandlerReply.read(bytes, area));
                } else {
                    result.completeExceptionally(Failures.cause(error));
                }
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        CompletableFuture<?> unusedToo = result.whenComplete((value, error) -> reply.cancel(false));
        return result;
    }

    /** @param direct whether the session's own turn is under way on this thread, so that an idle area needs no other one */
    private record Answering(String route, boolean answered, boolean direct, Interruptible running) {}

    private record AreaTurnCall(Session session, byte[] body) implements Argument.Call {}

    /**
     * A request that is to be sent to some member.
     *
     * @param serverType the members' type
     * @param route the route
     * @param session who asks
     */
    public record Destination(String serverType, String route, Session session) {}

    /**
     * The other members.
     *
     * @param peers asks them
     * @param sessions makes sessions known to them
     * @param chooser chooses one; throws a HandlerException if there is none
     * @param timeoutMillis how long a client waits
     */
    public record Network(
            Peers peers, SessionPort sessions, Function<Destination, MemberId> chooser, long timeoutMillis) {}
}
