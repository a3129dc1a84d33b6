package org.shaddock.launcher;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A server with Shaddock in it, from the moment its JVM starts until it is closed. */
public final class RunningServer implements AutoCloseable {

    private static final long POLL_MILLIS = 100;
    private static final String NOT_READY = "is not ready";

    private final ServerPlan plan;
    private final ServerProcess process;
    private final DeploymentWatch deployment;

    private RunningServer(ServerPlan plan, ServerProcess process, DeploymentWatch deployment) {
        this.plan = plan;
        this.process = process;
        this.deployment = deployment;
    }

    /**
     * Starts the server's JVM and returns; the application is not ready yet.
     *
     * @param entries hears every log entry, on a thread that must not be held up
     */
    public static RunningServer start(ServerRuntime runtime, ServerPlan plan, Consumer<LogEntry> entries)
            throws IOException, LaunchException {
        DeploymentWatch deployment = new DeploymentWatch();
        ServerProcess process =
                ServerProcess.start(runtime.prepare(plan), plan.directory(), deployment.andThen(entries));
        return new RunningServer(plan, process, deployment);
    }

    public ServerProcess process() {
        return process;
    }

    /** Scheme, host and port, without a slash at the end. */
    public URI uri() {
        return plan.options().baseUri(plan.ports());
    }

    public Ports ports() {
        return plan.ports();
    }

    /**
     * Returns once the application answers ready; or, with no application in the plan, once the server answers at all.
     *
     * @throws LaunchException when it cannot be deployed, or the server ends, or neither happens in time
     */
    public void awaitReady() throws LaunchException, InterruptedException {
        long deadlineNanos = deadlineNanos();
        if (plan.application() == null) {
            awaitAnswer("/", NOT_READY, deadlineNanos);
            return;
        }
        while (!deployment.isOverWithin(POLL_MILLIS)) {
            requireHope(NOT_READY, deadlineNanos);
        }
        awaitAnswer(Readiness.PATH, NOT_READY, deadlineNanos);
    }

    /**
     * Returns once the application, which is ready, sees so many members of its cluster, itself included.
     *
     * @throws LaunchException when the server ends, or that does not happen in time
     */
    void awaitMembers(int members) throws LaunchException, InterruptedException {
        awaitAnswer(Readiness.amongMembers(members), "does not see " + members + " members", deadlineNanos());
    }

    @Override
    public void close() {
        process.close();
    }

    private long deadlineNanos() {
        return System.nanoTime() + plan.options().startLimit().toNanos();
    }

    private void awaitAnswer(String path, String otherwise, long deadlineNanos)
            throws LaunchException, InterruptedException {
        Readiness readiness = new Readiness(uri());
        while (!readiness.serves(path)) {
            requireHope(otherwise, deadlineNanos);
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    private void requireHope(String otherwise, long deadlineNanos) throws LaunchException, InterruptedException {
        Optional<String> reason = deployment.failure();
        if (reason.isPresent()) {
            throw failed("The application cannot be deployed: " + reason.get());
        }
        if (!process.isAlive()) {
            throw failed("The server ended with exit code " + process.waitFor() + " before the application was ready.");
        }
        if (System.nanoTime() - deadlineNanos > 0) {
            throw failed("The application %s after %d s; -D%s=<seconds> gives it longer."
                    .formatted(otherwise, plan.options().startLimit().toSeconds(), LaunchOptions.START_SECONDS));
        }
    }

    private LaunchException failed(String sentence) {
        return new LaunchException(sentence + " The whole log: " + process.log());
    }
}
