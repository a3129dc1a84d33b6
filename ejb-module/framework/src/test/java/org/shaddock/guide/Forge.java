package org.shaddock.guide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.annotation.Metric;
import org.shaddock.api.Handler;
import org.shaddock.api.ServerType;

/** A handler with a figure of its own. */
// tag::figures[]
@ApplicationScoped
@ServerType("forge")
public class Forge {

    @Inject
    @Metric(name = "game_swords_total", absolute = true)
    private Counter swords;

    @Handler
    public Sword forge() {
        swords.inc();
        return new Sword("steel");
    }
    // end::figures[]

    /** What is forged. */
    public record Sword(String of) {}
}
