package org.shaddock.guide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.shaddock.api.Channels;
import org.shaddock.api.Cron;
import org.shaddock.api.Crons;
import org.shaddock.api.Handler;
import org.shaddock.api.ServerType;

/** Crons, by annotation and at run time. */
// tag::cron[]
@ApplicationScoped
@ServerType("hall")
public class Lottery {

    @Inject
    Channels channels;

    @Cron(value = "0 0 18 * * FRI Europe/Berlin", oncePerCluster = true)
    public void draw(Instant due) {
        channels.create("hall").push("onDraw", new Draw(due.toEpochMilli()));
    }

    public record Draw(long atMillis) {}
    // end::cron[]

    // tag::crons[]
    @Inject
    Crons crons;

    @Handler
    public void beginParty(Party party) {
        crons.add("party", "*/10 * * * * *", due -> channels.create("hall").push("onMusic", party));
    }

    @Handler
    public void endParty() {
        crons.remove("party");
    }
    // end::crons[]

    public record Party(String song) {}
}
