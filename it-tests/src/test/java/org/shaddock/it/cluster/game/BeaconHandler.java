package org.shaddock.it.cluster.game;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.shaddock.api.Handler;
import org.shaddock.api.Remotes;
import org.shaddock.api.ServerType;

/** Calls {@link Beacon} for its clients. */
@ApplicationScoped
@ServerType("lobby")
public class BeaconHandler {

    @Inject
    private Beacon beacon;

    @Inject
    private Remotes remotes;

    @Handler
    public CompletionStage<Beacon.Light> light(Call call) {
        return beacon.light(call.key());
    }

    @Handler
    public CompletionStage<Beacon.Light> surely(Call call) {
        return beacon.surely(call.key());
    }

    /** Asks the member that is named. */
    @Handler
    public CompletionStage<Beacon.Light> lightOf(Call call) {
        return remotes.onMember(Beacon.class, call.member()).light(call.key());
    }

    @Handler
    public CompletionStage<Beacon.Light> briefly(Call call) {
        return remotes.onMember(Beacon.class, call.member()).briefly(call.key());
    }

    @Handler
    public CompletionStage<Beacon.Light> forever(Call call) {
        return remotes.onMember(Beacon.class, call.member()).forever(call.key());
    }

    /** The body of all routes. */
    public record Call(String key, String member) {}
}
