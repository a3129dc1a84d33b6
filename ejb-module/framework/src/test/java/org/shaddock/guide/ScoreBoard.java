package org.shaddock.guide;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.shaddock.api.HandlerException;

// tag::serve[]
@ApplicationScoped
public class ScoreBoard implements Score {

    private final Map<String, Integer> points = new ConcurrentHashMap<>();

    @Override
    public CompletionStage<Points> add(String player, int more) {
        if (more > 100) {
            throw new HandlerException(2300, "Nobody wins " + more + " points at once.");
        }
        return CompletableFuture.completedFuture(new Points(player, points.merge(player, more, Integer::sum)));
    }
    // end::serve[]

    @Override
    public CompletionStage<List<Points>> best(int howMany) {
        return CompletableFuture.completedFuture(points.entrySet().stream()
                .map(entry -> new Points(entry.getKey(), entry.getValue()))
                .sorted((a, b) -> b.points() - a.points())
                .limit(howMany)
                .toList());
    }

    @Override
    public void forget(String player) {
        points.remove(player);
    }
}
