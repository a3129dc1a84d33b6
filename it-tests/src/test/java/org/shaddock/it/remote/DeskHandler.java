package org.shaddock.it.remote;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.shaddock.api.Handler;
import org.shaddock.api.Remotes;
import org.shaddock.api.ServerType;

/** Calls {@link Score} in every way for its clients. */
@Stateless
@ServerType("desk")
public class DeskHandler {

    @Inject
    private Score score;

    @Inject
    private Instance<Score> anyScore;

    @Inject
    private ScoreBoard board;

    @Inject
    private Remotes remotes;

    @Inject
    private FirstMember router;

    @Inject
    private CountingFilter filter;

    @Handler
    public CompletionStage<Score.Points> add(Bet bet) {
        return score.add(bet.player(), bet.points());
    }

    @Handler
    public Score.Points of(Bet bet) {
        return anyScore.get().of(bet.player());
    }

    @Handler
    public Score.Points round(Bet bet) {
        return score.round(bet.player(), bet.points());
    }

    @Handler
    public void reset(Bet bet) {
        score.reset(bet.player());
    }

    @Handler
    public CompletionStage<Score.Points> fail(Failure failure) {
        return score.fail(failure.asTold());
    }

    /** Adds at a member that does not exist. */
    @Handler
    public CompletionStage<Score.Points> addElsewhere(Bet bet) {
        return remotes.onMember(Score.class, "elsewhere").add(bet.player(), bet.points());
    }

    @Handler
    public CompletionStage<Map<String, Object>> thread() {
        return score.thread().thenApply(name -> Map.of("thread", name, "routed", router.asked()));
    }

    @Handler
    public Figures figures(Bet bet) {
        return new Figures(
                remotes.members("score"),
                filter.served(),
                board.of(bet.player()).points(),
                score == board);
    }

    /** The body of most routes. */
    public record Bet(String player, int points) {}

    /** The body of {@code fail}. */
    public record Failure(boolean asTold) {}

    /** What can be seen of calls from here. */
    public record Figures(List<String> members, int served, int points, boolean isLocal) {}
}
