package org.shaddock.it.cron;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.shaddock.api.Channels;
import org.shaddock.api.Cron;
import org.shaddock.api.Crons;
import org.shaddock.api.Handler;
import org.shaddock.api.ServerType;
import org.shaddock.api.Session;

/** Strikes every second, and as clients like it. */
@ApplicationScoped
@ServerType("clock")
public class ClockHandler {

    private static final String CHANNEL = "clock";

    @Inject
    private Channels channels;

    @Inject
    private Crons crons;

    @Handler
    public void listen(Listener listener, Session session) {
        session.bind(listener.name());
        channels.create(CHANNEL).add(listener.name());
    }

    @Handler
    public void wind(Alarm alarm) {
        crons.add(alarm.name(), alarm.expression(), due -> push("onAlarm", due));
    }

    @Handler
    public Stopped stop(Alarm alarm) {
        return new Stopped(crons.remove(alarm.name()));
    }

    @Cron("* * * * * *")
    public void strike(Instant due) {
        push("onStrike", due);
    }

    @Cron(value = "* * * * * *", oncePerCluster = true)
    public void strikeOnce(Instant due) {
        push("onStrikeOnce", due);
    }

    private void push(String route, Instant due) {
        channels.create(CHANNEL).push(route, new Struck(due.toEpochMilli()));
    }

    /** Who listens. */
    public record Listener(String name) {}

    /** When to strike. */
    public record Alarm(String name, String expression) {}

    /** Whether there was one. */
    public record Stopped(boolean removed) {}

    /** For which time. */
    public record Struck(long atMillis) {}
}
