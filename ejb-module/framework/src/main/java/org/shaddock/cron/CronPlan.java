package org.shaddock.cron;

import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A cron as it was written.
 *
 * @param name what it is called
 * @param expression when it is due
 * @param serverType the members it is for; {@code ""} for all
 * @param member the only member it is for; {@code ""} for any
 * @param oncePerCluster whether each run takes place on one member alone
 * @param action what it does
 */
public record CronPlan(
        String name,
        CronExpression expression,
        String serverType,
        String member,
        boolean oncePerCluster,
        Action action) {

    public CronPlan {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A cron needs a name, such as happy-hour.");
        }
    }

    /** Whether a member of this name and with these roles is to have it. */
    public boolean isFor(String memberName, Predicate<String> runs) {
        return (member.isEmpty() || member.equals(memberName)) && (serverType.isEmpty() || runs.test(serverType));
    }

    /** The same under another name and at other times. */
    CronPlan at(String newName, CronExpression times) {
        return new CronPlan(newName, times, serverType, member, oncePerCluster, action);
    }

    /** What a cron does. */
    @FunctionalInterface
    public interface Action {

        /**
         * Runs once; may block.
         *
         * @return ends when the run has; {@code null} if it has already
         * @throws Exception if it fails
         */
        @Nullable
        CompletionStage<?> run(Instant due) throws Exception;
    }
}
