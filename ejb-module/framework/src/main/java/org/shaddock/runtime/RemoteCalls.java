package org.shaddock.runtime;

import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.shaddock.api.Remotes;
import org.shaddock.cluster.Membership;
import org.shaddock.flow.Timer;
import org.shaddock.remote.Peers;
import org.shaddock.remote.call.AreaAccess;
import org.shaddock.remote.call.CallFilters;
import org.shaddock.remote.call.RemoteInterface;
import org.shaddock.remote.call.RemoteProxies;
import org.shaddock.remote.call.RemoteServer;
import org.shaddock.remote.codec.JavaTypes;
import org.shaddock.remote.codec.TypeCodecs;
import org.shaddock.remote.routing.MemberRouter;
import org.shaddock.trace.Tracer;

/** Calls between members, put together: proxies for whoever calls, and the game's beans that serve the calls of others. */
public final class RemoteCalls {

    private final RemoteProxies proxies;
    private final Set<String> serverTypes;

    /**
     * From now on this member serves what the game implements for the server types it runs.
     *
     * @param runs whether this member runs a server type
     * @throws org.shaddock.remote.call.RemoteDefinitionException if an interface cannot be called or is implemented twice
     */
    public RemoteCalls(Links links, RemoteGame game, Predicate<String> runs, Surroundings surroundings) {
        TypeCodecs codecs = new JavaTypes();
        CallFilters filters = new CallFilters(game.filters(), surroundings.tracer());
        RemoteServer server = new RemoteServer(surroundings.pool(), filters, surroundings.areas());
        serverTypes = game.services().stream()
                .map(service -> served(service, runs, codecs, server))
                .filter(runs)
                .collect(Collectors.toUnmodifiableSet());
        MemberRouter router = new MemberRouter(
                links.membership(),
                new MemberRouter.Chance(surroundings.draw(), member -> 1.0 / (1 + member.load()), game.routers()));
        proxies = new RemoteProxies(
                links.peers(),
                links.membership(),
                router,
                codecs,
                new RemoteProxies.Surroundings(
                        surroundings.pool(),
                        surroundings.timer(),
                        filters,
                        surroundings.areas(),
                        surroundings.timeoutMillis()));
        server.serve(links.peers());
    }

    /** What the game injects. */
    public Remotes remotes() {
        return proxies;
    }

    /** The server types whose calls this member serves, for it to announce. */
    public Set<String> serverTypes() {
        return serverTypes;
    }

    /** Ends the calls that wait to be tried again. */
    public void close() {
        proxies.close();
    }

    private static String served(
            RemoteGame.Service service, Predicate<String> runs, TypeCodecs codecs, RemoteServer server) {
        RemoteInterface type = new RemoteInterface(service.type(), codecs);
        if (runs.test(type.serverType())) {
            server.add(type, service.implementation());
        }
        return type.serverType();
    }

    /** What calls travel over, and to whom. */
    public record Links(Peers peers, Membership membership) {}

    /**
     * What the surroundings lend.
     *
     * @param pool carries out calls; it grows when its threads wait
     * @param timer runs what is tried again
     * @param areas for calls to one
     * @param draw at random from 0 to below 1
     * @param timeoutMillis for an attempt whose policy does not say
     * @param tracer where calls are followed
     */
    public record Surroundings(
            Executor pool, Timer timer, AreaAccess areas, DoubleSupplier draw, long timeoutMillis, Tracer tracer) {}
}
