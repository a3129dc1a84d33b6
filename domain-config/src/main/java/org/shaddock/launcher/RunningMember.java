package org.shaddock.launcher;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A member of a cluster, from the moment its JVM starts until it is closed. */
public final class RunningMember implements AutoCloseable {

    private static final long POLL_MILLIS = 50;

    private final MemberPlan plan;
    private final RunningServer server;
    private final GridWatch grid;

    private RunningMember(MemberPlan plan, RunningServer server, GridWatch grid) {
        this.plan = plan;
        this.server = server;
        this.grid = grid;
    }

    /**
     * Starts the member's JVM and returns; the application is not ready yet.
     *
     * @param entries hears every log entry, on a thread that must not be held up
     */
    public static RunningMember start(ServerRuntime runtime, MemberPlan plan, Consumer<LogEntry> entries)
            throws IOException, LaunchException {
        GridWatch grid = new GridWatch();
        return new RunningMember(plan, RunningServer.start(runtime, plan.server(), grid.andThen(entries)), grid);
    }

    public String name() {
        return plan.name();
    }

    public ServerProcess process() {
        return server.process();
    }

    /** Scheme, host and port, without a slash at the end. */
    public URI uri() {
        return server.uri();
    }

    /**
     * Returns once the application answers ready and this member sees so many members, itself included.
     *
     * @throws LaunchException when it cannot be deployed, or the server ends, or something does not happen in time
     */
    public void awaitReady(int members) throws LaunchException, InterruptedException {
        long deadlineNanos =
                System.nanoTime() + plan.server().options().startLimit().toNanos();
        server.awaitReady();
        while (grid.members() < members) {
            if (!process().isAlive() || System.nanoTime() - deadlineNanos > 0) {
                throw new LaunchException(
                        "Member %s sees %d of %d members; the others cannot be reached. The whole log: %s"
                                .formatted(
                                        name(),
                                        grid.members(),
                                        members,
                                        process().log()));
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    /** One line that says where it is: {@code {"name":…,"ws":…,"pid":…,"roles":[…]}}; no roles stand for all. */
    String json() {
        String roles = plan.roles().stream().map(role -> '"' + role + '"').collect(Collectors.joining(","));
        return "{\"name\":\"%s\",\"ws\":\"ws://%s/\",\"pid\":%d,\"roles\":[%s]}"
                .formatted(name(), uri().getAuthority(), process().pid(), roles);
    }

    /** Asks the member to stop, and returns when it has; one that has not after a while is killed. */
    @Override
    public void close() {
        server.close();
    }
}
