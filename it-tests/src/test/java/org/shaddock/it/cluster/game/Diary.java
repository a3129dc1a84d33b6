package org.shaddock.it.cluster.game;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.shaddock.api.Channels;
import org.shaddock.api.Handler;
import org.shaddock.api.MemberLeft;
import org.shaddock.api.MemberReady;
import org.shaddock.api.ServerLifecycle;
import org.shaddock.api.ServerType;

/** Writes down what the game is told of its member and of the others. */
@ApplicationScoped
@ServerType("lobby")
public class Diary implements ServerLifecycle {

    @Inject
    private Channels channels;

    private final List<String> entries = new CopyOnWriteArrayList<>();

    @Override
    public void beforeStart() {
        entries.add("beforeStart");
    }

    @Override
    public void afterStart() {
        entries.add("afterStart");
    }

    @Override
    public void afterStartAll() {
        entries.add("afterStartAll");
    }

    /** Nobody can ask this member any more when it has stopped, so the clients are told. */
    @Override
    public void beforeStop() {
        entries.add("beforeStop");
        channels.broadcast("connector", "onStop", read());
    }

    void ready(@Observes MemberReady event) {
        entries.add("ready " + event.member());
    }

    void left(@Observes MemberLeft event) {
        entries.add("left " + event.member());
    }

    @Handler
    public Pages read() {
        return new Pages(List.copyOf(entries));
    }

    /** The answer of {@code read}. */
    public record Pages(List<String> entries) {}
}
