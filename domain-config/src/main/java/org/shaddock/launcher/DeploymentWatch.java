package org.shaddock.launcher;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Learns from a server's log how the deployment went. It is the one place that says why a deployment failed, and it keeps the
 * readiness poll away from a server that has nothing to answer with yet, and would fill its log with that.
 */
final class DeploymentWatch implements Consumer<LogEntry> {

    private static final Pattern DEPLOYED = Pattern.compile("was successfully deployed in [\\d.,]+ milliseconds");
    private static final Pattern FAILED = Pattern.compile(
            "(?:Exception while (?:loading|deploying) the app(?: \\[.*?])? : |Boot Command deploy failed )"
                    + "(?:CDI deployment failure:)?(.+)");
    private static final Pattern FAILING =
            Pattern.compile("^(?:Exception (?:while|during) .* the app|Exception during lifecycle processing)");

    /** The container repeats a cause behind this, once for every exception that wraps it. */
    private static final String REPETITION = " -- ";

    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();

    @Override
    public void accept(LogEntry entry) {
        Matcher failed = FAILED.matcher(entry.message());
        if (failed.find()) {
            failure.compareAndSet(null, failed.group(1).split(REPETITION, 2)[0].strip());
            over.countDown();
        } else if (DEPLOYED.matcher(entry.message()).find()) {
            over.countDown();
        }
    }

    /** Whether this entry only says that a deployment fails: the launcher says so itself, and better. */
    static boolean isAboutFailure(LogEntry entry) {
        return FAILED.matcher(entry.message()).find()
                || FAILING.matcher(entry.message()).find();
    }

    /** Whether the deployment came to an end, good or bad, within this time. */
    boolean isOverWithin(long millis) throws InterruptedException {
        return over.await(millis, TimeUnit.MILLISECONDS);
    }

    /** Why the application could not be deployed, once that is known. */
    Optional<String> failure() {
        return Optional.ofNullable(failure.get());
    }
}
