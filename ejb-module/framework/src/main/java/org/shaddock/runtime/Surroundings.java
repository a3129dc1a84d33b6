package org.shaddock.runtime;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.shaddock.flow.Clockwork;
import org.shaddock.flow.Timer;
import org.shaddock.remote.routing.MemberRouter;
import org.shaddock.session.Connector;

/**
 * What the framework runs on.
 *
 * @param environment threads for games, time, figures
 * @param timer runs things later
 * @param clusterPool threads that agree on who owns what; nothing else may hold them up
 * @param linkPool threads of the link to the other members
 * @param callPool carries out the calls of other members; it grows when its threads wait
 * @param authenticationPool for finding out who clients are, which may wait; refuses when too many wait
 * @param wallClock the time of day
 * @param random spreads retries and choices
 */
public record Surroundings(
        Connector.Environment environment,
        Timer timer,
        Executor clusterPool,
        Executor linkPool,
        Executor callPool,
        Executor authenticationPool,
        InstantSource wallClock,
        RandomGenerator random) {

    Clockwork clockwork() {
        return new Clockwork(environment.nowMillis(), timer);
    }

    /** For messages of clients, which are routed by their user. */
    MemberRouter.Chance chance() {
        return new MemberRouter.Chance(random::nextDouble, member -> 1.0 / (1 + member.load()), type -> {
            throw new IllegalStateException("Messages of clients are routed by their user.");
        });
    }
}
