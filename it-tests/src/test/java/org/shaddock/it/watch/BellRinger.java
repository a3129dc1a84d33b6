package org.shaddock.it.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.annotation.Metric;

/** Rings the bell, and counts that in a figure of the game's own. */
@ApplicationScoped
public class BellRinger implements Bell {

    @Inject
    @Metric(name = "tower_bells_total", absolute = true)
    private Counter bells;

    @Override
    public CompletionStage<String> ring(String who) {
        bells.inc();
        return CompletableFuture.completedFuture("dong");
    }
}
