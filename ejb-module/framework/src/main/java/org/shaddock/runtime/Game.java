package org.shaddock.runtime;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaPlanner;
import org.shaddock.api.Authenticator;
import org.shaddock.api.ErrorHandler;
import org.shaddock.api.HandshakePolicy;
import org.shaddock.area.AreaType;
import org.shaddock.cron.CronPlan;
import org.shaddock.filter.FilterSet;
import org.shaddock.handler.HandlerRegistry;
import org.shaddock.protocol.Protos;
import org.shaddock.session.SessionListener;

/**
 * What the deployment brings: everything the framework has to know of the game.
 *
 * @param handlers its handlers, those that other members run included
 * @param areas the areas that this member runs, by type
 * @param serverTypes every server type of its handlers and areas, whichever members run it
 * @param crons what it runs by the clock, that of other members included
 * @param remote what it has for calls between members
 * @param filters its filters
 * @param errorHandler its error handler, or {@code null}
 * @param policy its word at the handshake
 * @param authenticators its ways to find out who a client is, in the order they are asked
 * @param listener hears of its sessions
 * @param planner its own way to place areas, or {@code null}
 * @param extraRoutes push routes that get a code
 * @param protos schemas of its bodies
 */
public record Game(
        HandlerRegistry handlers,
        Map<String, AreaType> areas,
        Set<String> serverTypes,
        List<CronPlan> crons,
        RemoteGame remote,
        List<FilterSet.Entry> filters,
        @Nullable ErrorHandler errorHandler,
        HandshakePolicy policy,
        List<Authenticator> authenticators,
        SessionListener listener,
        @Nullable AreaPlanner planner,
        List<String> extraRoutes,
        Protos protos) {

    /** The shortest period of all tick methods; empty if there are none. */
    OptionalLong shortestTickMillis() {
        return areas.values().stream()
                .flatMap(type -> type.ticks().stream())
                .mapToLong(tick -> tick.period().millis())
                .min();
    }
}
