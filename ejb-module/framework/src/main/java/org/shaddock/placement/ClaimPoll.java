package org.shaddock.placement;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.shaddock.cluster.MemberId;

/** Gathers the answers to one claim until it is granted or everybody has spoken. Thread-safe. */
final class ClaimPoll {

    private final MemberId claimant;
    private final int needed;
    private final int electorate;
    private final Set<Placement> obstacles = new HashSet<>();
    private final Set<MemberId> accepting = new HashSet<>();
    private final Set<MemberId> answered = new HashSet<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    /**
     * @param needed how many must accept; the claimant must be one of them
     * @param electorate how many can be expected to answer, the claimant included
     */
    ClaimPoll(MemberId claimant, int needed, int electorate) {
        this.claimant = claimant;
        this.needed = needed;
        this.electorate = electorate;
    }

    /** @param obstacle what the voter said; {@link Placement#NONE} if it accepts */
    void answered(MemberId voter, Placement obstacle) {
        if (counts(voter, obstacle)) {
            ended.complete(null);
        }
    }

    /** Ends when more answers would change nothing; may be failed from outside, when it is too late. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    synchronized Verdict verdict() {
        return new Verdict(isGranted(), new HashSet<>(obstacles), new HashSet<>(accepting));
    }

    private synchronized boolean counts(MemberId voter, Placement obstacle) {
        answered.add(voter);
        if (obstacle.equals(Placement.NONE)) {
            accepting.add(voter);
        } else {
            obstacles.add(obstacle);
        }
        return isGranted() || answered.size() >= electorate;
    }

    private boolean isGranted() {
        Set<String> names = accepting.stream().map(MemberId::name).collect(Collectors.toSet());
        return accepting.contains(claimant) && names.size() >= needed;
    }
}
