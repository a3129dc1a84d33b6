package org.shaddock.remote.call;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.shaddock.api.AreaId;
import org.shaddock.api.CallPolicy;
import org.shaddock.api.CallRouter;
import org.shaddock.api.FailureMode;
import org.shaddock.api.Remote;
import org.shaddock.api.RemoteCall;
import org.shaddock.api.RouteKey;
import org.shaddock.api.Router;

/** A service of the tests: what it answers says who did what. */
@Remote("score")
interface Score {

    /** Answers who serves the player. */
    CompletionStage<String> of(@RouteKey String player);

    CompletionStage<List<String>> names(List<String> names);

    CompletionStage<String> any();

    @CallPolicy(router = Router.CONSISTENT_HASH)
    CompletionStage<String> onRing(@RouteKey String player);

    @CallPolicy(router = Router.ROUND_ROBIN)
    CompletionStage<String> inTurn();

    @CallPolicy(router = Router.WEIGHTED)
    CompletionStage<String> byWeight();

    @CallPolicy(router = Router.LEAST_ACTIVE)
    CompletionStage<String> byLeastActive();

    @CallPolicy(custom = Last.class)
    CompletionStage<String> byGame();

    CompletionStage<String> inRoom(@RouteKey AreaId room);

    @CallPolicy(onFailure = FailureMode.FAILOVER, timeoutMillis = 300)
    CompletionStage<String> failover(@RouteKey String player);

    @CallPolicy(onFailure = FailureMode.FAILSAFE)
    CompletionStage<String> failsafe();

    @CallPolicy(onFailure = FailureMode.FAILBACK)
    void failback(String what);

    void forget(String what);

    String now();

    default String local() {
        return "here";
    }

    /** Chooses the last one. */
    final class Last implements CallRouter {

        @Override
        public String choose(RemoteCall call, List<String> members) {
            return members.get(members.size() - 1);
        }
    }
}
