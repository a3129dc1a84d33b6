package org.shaddock.it.remote;

import java.util.concurrent.CompletionStage;
import org.shaddock.api.CallPolicy;
import org.shaddock.api.Remote;
import org.shaddock.api.RouteKey;

/** Points of players. */
@Remote("score")
public interface Score {

    /** Adds points and tells how many there are. */
    CompletionStage<Points> add(@RouteKey String player, int points);

    /** How many there are; the caller waits. */
    Points of(@RouteKey String player);

    /** Forgets them; nobody waits. */
    void reset(@RouteKey String player);

    /** Always fails in one of two ways. */
    CompletionStage<Points> fail(boolean asTold);

    /** Goes where {@link FirstMember} says. */
    @CallPolicy(custom = FirstMember.class)
    CompletionStage<String> thread();

    /** Waits for another call. */
    Points round(@RouteKey String player, int depth);

    /** Points of a player. */
    record Points(String player, int points) {}
}
