package org.shaddock.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A user who is asked to go elsewhere now and then: enters there first, hears all out here, and only then leaves. */
final class SimulatedWanderer {

    /** How often it looks for an answer, in ten seconds or so. */
    private static final int PATIENCE_LOOKS = 95;

    private final String name;
    private final Function<String, SimulatedServer> servers;
    private final Story story;
    private final List<SimulatedClient> lives = new ArrayList<>();
    private SimulatedClient here;
    private @Nullable SimulatedClient old;
    private boolean inside;
    private int mark;
    private int looks;

    SimulatedWanderer(String name, SimulatedServer server, Function<String, SimulatedServer> servers, Story story) {
        this.name = name;
        this.servers = servers;
        this.story = story;
        this.here = enter(server);
    }

    /** To be called now and then: does what is to be done next. */
    void live() {
        if (!inside) {
            lookIn();
        } else if (old != null) {
            hearOut(old);
        } else if (!here.sentTo().isEmpty()) {
            old = here;
            mark = 0;
            here = enter(servers.apply(here.sentTo()));
        }
    }

    boolean isAtHome() {
        return inside && old == null && here.sentTo().isEmpty();
    }

    void say() {
        SimulatedClient speaker = !inside && old != null ? old : here;
        if (speaker.isConnected()) {
            speaker.say();
        }
    }

    List<SimulatedClient> lives() {
        return lives;
    }

    boolean hasHeard(SimulatedClient speaker, int n) {
        return lives.stream().anyMatch(life -> life.hasHeard(speaker, n));
    }

    private SimulatedClient enter(SimulatedServer server) {
        inside = false;
        looks = 0;
        String user = name + "-" + (lives.size() + 1);
        story.tell(user + " enters by " + server.member());
        SimulatedClient client = new SimulatedClient(server, user, "r", story::wrong);
        lives.add(client);
        return client;
    }

    private void lookIn() {
        if (here.open().isEmpty()) {
            if (here.isInside()) {
                inside = true;
                story.tell(here.user() + " is inside");
            } else {
                story.tell(here.user() + " was not let in: " + here.lastAnswer());
                here.enter();
            }
        } else if (++looks == PATIENCE_LOOKS) {
            story.wrong(here.user() + " has had no answer for ten seconds");
        }
    }

    private void hearOut(SimulatedClient there) {
        if (!there.isConnected()) {
            story.tell(there.user() + " was closed");
            old = null;
        } else if (mark == 0
                || (there.open().isEmpty() && !there.confirmations().contains(mark))) {
            there.say();
            mark = there.said();
        } else if (there.hasHeard(there, mark)) {
            story.tell(there.user() + " has heard all and leaves");
            there.leave();
            old = null;
        }
    }

    @Override
    public String toString() {
        return (inside ? here.user() : here.user() + " outside") + (old == null ? "" : " and " + old.user());
    }
}
