package org.shaddock.launcher;

import java.io.IOException;
import java.net.URI;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A member of a cluster, from the moment its JVM starts until it is closed. */
public final class RunningMember implements AutoCloseable {

    private final MemberPlan plan;
    private final RunningServer server;

    private RunningMember(MemberPlan plan, RunningServer server) {
        this.plan = plan;
        this.server = server;
    }

    /**
     * Starts the member's JVM and returns; the application is not ready yet.
     *
     * @param entries hears every log entry, on a thread that must not be held up
     */
    public static RunningMember start(ServerRuntime runtime, MemberPlan plan, Consumer<LogEntry> entries)
            throws IOException, LaunchException {
        return new RunningMember(plan, RunningServer.start(runtime, plan.server(), entries));
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
        server.awaitReady();
        server.awaitMembers(members);
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
