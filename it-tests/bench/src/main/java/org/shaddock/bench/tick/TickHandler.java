package org.shaddock.bench.tick;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.shaddock.api.AreaId;
import org.shaddock.api.Areas;
import org.shaddock.api.Handler;
import org.shaddock.api.ServerType;
import org.shaddock.api.Session;

/** Opens the ticking areas and tells how evenly they tick. */
@ApplicationScoped
@ServerType("bench")
public class TickHandler {

    @Inject
    private Areas areas;

    @Inject
    private Jitter jitter;

    /** Opens areas from this number on: a session visits them one after the other, and they stay open. */
    @Handler
    public CompletionStage<Opened> open(Open open, Session session) {
        CompletionStage<?> visits = CompletableFuture.completedFuture(null);
        for (int i = 0; i < open.count(); i++) {
            AreaId area = new AreaId("metronome", String.valueOf(open.from() + i));
            visits = visits.thenCompose(visited -> areas.enter(session, area));
        }
        return visits.thenApply(visited -> new Opened(open.count()));
    }

    /** Starts counting anew. */
    @Handler
    public Opened reset() {
        jitter.reset();
        return new Opened(0);
    }

    /** What has been counted. */
    @Handler
    public Report report() {
        return new Report(
                jitter.total(),
                jitter.percentileMillis(50),
                jitter.percentileMillis(99),
                jitter.percentileMillis(99.9),
                jitter.percentileMillis(100));
    }

    /**
     * @param from the number of the first
     * @param count how many
     */
    public record Open(int from, int count) {}

    /** @param count how many have been opened */
    public record Opened(int count) {}

    /**
     * @param ticks how many were counted
     * @param p50 of the jitter, in milliseconds
     * @param p99 of the jitter, in milliseconds
     * @param p999 of the jitter, in milliseconds
     * @param max of the jitter, in milliseconds
     */
    public record Report(long ticks, double p50, double p99, double p999, double max) {}
}
