package org.shaddock.remote.call;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.shaddock.api.AreaId;

/** Serves {@link Score} with its member's name, or as told. */
final class RecordingScore implements Score {

    final List<String> heard = new ArrayList<>();
    private final String name;
    private Supplier<CompletionStage<String>> answer;

    RecordingScore(String name) {
        this.name = name;
        this.answer = () -> CompletableFuture.completedFuture(name);
    }

    /** From now on it answers like that. */
    RecordingScore answering(Supplier<CompletionStage<String>> how) {
        answer = how;
        return this;
    }

    private CompletionStage<String> answer(String what) {
        heard.add(what);
        return answer.get();
    }

    @Override
    public CompletionStage<String> of(String player) {
        return answer("of " + player);
    }

    @Override
    public CompletionStage<List<String>> names(List<String> names) {
        return CompletableFuture.completedFuture(names);
    }

    @Override
    public CompletionStage<String> any() {
        return answer("any");
    }

    @Override
    public CompletionStage<String> onRing(String player) {
        return answer("onRing");
    }

    @Override
    public CompletionStage<String> inTurn() {
        return answer("inTurn");
    }

    @Override
    public CompletionStage<String> byWeight() {
        return answer("byWeight");
    }

    @Override
    public CompletionStage<String> byLeastActive() {
        return answer("byLeastActive");
    }

    @Override
    public CompletionStage<String> byGame() {
        return answer("byGame");
    }

    @Override
    public CompletionStage<String> inRoom(AreaId room) {
        return answer("inRoom " + room);
    }

    @Override
    public CompletionStage<String> failover(String player) {
        return answer("failover");
    }

    @Override
    public CompletionStage<String> failsafe() {
        return answer("failsafe");
    }

    @Override
    public void failback(String what) {
        answer(what).toCompletableFuture().join();
    }

    @Override
    public void forget(String what) {
        answer(what);
    }

    @Override
    public String now() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
