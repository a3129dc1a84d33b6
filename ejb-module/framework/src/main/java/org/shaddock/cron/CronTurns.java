package org.shaddock.cron;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.Membership;
import org.shaddock.cluster.Ratchet;
import org.shaddock.remote.routing.Choices;

/**
 * Which member's turn a run is that takes place once per cluster. All who have the cron try to be the one who raises the instant of
 * its latest run, so never two run for the same instant. One of them, chosen by the cron's name, tries at once and the others a little
 * later: so one run is seldom overtaken by the next on another member, and still none is lost with a member.
 */
public final class CronTurns {

    /** How long the others let the first one try. */
    static final long PATIENCE_MILLIS = 1000;

    private final Membership membership;
    private final BooleanSupplier maySpeak;
    private final Ratchet latestRuns;

    /** @param maySpeak whether this member is sure that it is not cut off from the others */
    public CronTurns(Membership membership, BooleanSupplier maySpeak, Ratchet latestRuns) {
        this.membership = membership;
        this.maySpeak = maySpeak;
        this.latestRuns = latestRuns;
    }

    /** Whether it is time to try. */
    boolean isTime(CronPlan plan, Instant due, Instant now) {
        return maySpeak.getAsBoolean() && (isFirst(plan) || !now.isBefore(due.plusMillis(PATIENCE_MILLIS)));
    }

    /** Tries; true for the one who is to run it. */
    CompletableFuture<Boolean> take(CronPlan plan, Instant due) {
        return latestRuns.raise(plan.name(), due.toEpochMilli());
    }

    private boolean isFirst(CronPlan plan) {
        List<Member> able = membership.view().members().stream()
                .filter(member -> !member.draining())
                .filter(member -> plan.serverType().isEmpty() || member.serves(plan.serverType()))
                .toList();
        return !able.isEmpty() && Choices.rendezvous(plan.name(), able).id().equals(membership.self());
    }
}
