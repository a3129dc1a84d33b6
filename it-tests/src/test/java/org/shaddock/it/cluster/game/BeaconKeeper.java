package org.shaddock.it.cluster.game;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Serves {@link Beacon}. */
@ApplicationScoped
public class BeaconKeeper implements Beacon {

    private final Map<String, Integer> waiting = new ConcurrentHashMap<>();
    private final Map<String, Integer> calledOff = new ConcurrentHashMap<>();

    @Override
    public CompletionStage<Light> light(String key) {
        return CompletableFuture.completedFuture(new Light(
                System.getProperty("shaddock.member", ""),
                waiting.getOrDefault(key, 0),
                calledOff.getOrDefault(key, 0)));
    }

    @Override
    public CompletionStage<Light> surely(String key) {
        return light(key);
    }

    @Override
    public CompletionStage<Light> briefly(String key) {
        waiting.merge(key, 1, Integer::sum);
        CompletableFuture<Light> never = new CompletableFuture<>();
        CompletableFuture<Light> unused = never.whenComplete((light, error) -> {
            if (never.isCancelled()) {
                calledOff.merge(key, 1, Integer::sum);
            }
        });
        return never;
    }

    @Override
    public CompletionStage<Light> forever(String key) {
        return briefly(key);
    }
}
