package org.shaddock.it.remote;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.shaddock.api.HandlerException;

/** Serves {@link Score}: an EJB, as the points could be in a database. Calls itself through the proxy too. */
@Singleton
@LocalBean
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ScoreBoard implements Score {

    private final Map<String, Integer> points = new ConcurrentHashMap<>();

    @Inject
    private Score others;

    @Override
    public CompletionStage<Points> add(String player, int more) {
        return CompletableFuture.completedFuture(new Points(player, points.merge(player, more, Integer::sum)));
    }

    @Override
    public Points of(String player) {
        return new Points(player, points.getOrDefault(player, 0));
    }

    @Override
    public void reset(String player) {
        points.remove(player);
    }

    @Override
    public CompletionStage<Points> fail(boolean asTold) {
        if (asTold) {
            throw new HandlerException(2001, "There is no such player.");
        }
        throw new IllegalStateException("the score board's own secret");
    }

    @Override
    public CompletionStage<String> thread() {
        return CompletableFuture.completedFuture(
                Thread.currentThread().getClass().getName());
    }

    @Override
    public Points round(String player, int depth) {
        return depth == 0 ? of(player) : others.round(player, depth - 1);
    }
}
