package org.shaddock.it.cluster.game;

import java.util.concurrent.CompletionStage;
import org.shaddock.api.CallPolicy;
import org.shaddock.api.FailureMode;
import org.shaddock.api.Remote;
import org.shaddock.api.RouteKey;

/** What every member can be asked. */
@Remote("beacon")
public interface Beacon {

    /** Which member answers. */
    CompletionStage<Light> light(@RouteKey String key);

    /** The same; the other members are asked where one does not answer. */
    @CallPolicy(onFailure = FailureMode.FAILOVER)
    CompletionStage<Light> surely(@RouteKey String key);

    /** Never answers, and is given up soon. */
    @CallPolicy(timeoutMillis = 500)
    CompletionStage<Light> briefly(@RouteKey String key);

    /** Never answers, and is waited for long. */
    @CallPolicy(timeoutMillis = 60_000)
    CompletionStage<Light> forever(@RouteKey String key);

    /**
     * A member's word.
     *
     * @param member which one
     * @param waiting how many calls with that key it has not answered
     * @param calledOff how many of them it was told to stop
     */
    record Light(String member, int waiting, int calledOff) {}
}
