package org.shaddock.guide;

// tag::remote[]
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.shaddock.api.CallPolicy;
import org.shaddock.api.FailureMode;
import org.shaddock.api.Remote;
import org.shaddock.api.RouteKey;

@Remote("score")
public interface Score {

    CompletionStage<Points> add(@RouteKey String player, int points);

    @CallPolicy(onFailure = FailureMode.FAILOVER, timeoutMillis = 500)
    CompletionStage<List<Points>> best(int howMany);

    void forget(@RouteKey String player);

    record Points(String player, int points) {}
}
// end::remote[]
