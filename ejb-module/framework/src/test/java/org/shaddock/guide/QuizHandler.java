package org.shaddock.guide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.shaddock.api.Handler;
import org.shaddock.api.Outcome;
import org.shaddock.api.RemoteCall;
import org.shaddock.api.RemoteFilter;
import org.shaddock.api.Remotes;
import org.shaddock.api.ServerType;
import org.shaddock.api.Session;

/** Calls from a handler, and a filter around calls. */
@ApplicationScoped
@ServerType("quiz")
public class QuizHandler {

    // tag::call[]
    @Inject
    Score score;

    @Handler
    public CompletionStage<Score.Points> answer(Answer answer, Session session) {
        return score.add(session.userId(), answer.right() ? 10 : 0);
    }
    // end::call[]

    // tag::remotes[]
    @Inject
    Remotes remotes;

    @Handler
    public void cheaterCaught(Cheater cheater) {
        for (String member : remotes.members("score")) {
            remotes.onMember(Score.class, member).forget(cheater.name());
        }
    }
    // end::remotes[]

    public record Answer(boolean right) {}

    public record Cheater(String name) {}

    // tag::filter[]
    @ApplicationScoped
    public static class Audit implements RemoteFilter {

        @Override
        public void afterServe(RemoteCall call, Outcome outcome) {
            System.getLogger("audit").log(System.Logger.Level.INFO, "{0} ended with {1}", call, outcome);
        }
    }
    // end::filter[]
}
