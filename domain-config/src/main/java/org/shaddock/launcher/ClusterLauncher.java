package org.shaddock.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;

/**
 * The program behind {@code mvn -Pcluster}: starts several members on this machine, says where they are in one JSON line each,
 * relays what is alarming in their logs, and keeps the foreground until the user ends it or the last member has ended.
 */
public final class ClusterLauncher {

    private final ServerRuntime runtime;
    private final List<MemberPlan> plans;
    private final PrintStream out;
    private final List<RunningMember> members = new ArrayList<>();
    private volatile boolean stopping;

    ClusterLauncher(ServerRuntime runtime, List<MemberPlan> plans, PrintStream out) {
        this.runtime = runtime;
        this.plans = plans;
        this.out = out;
    }

    /** Takes {@code micro} or {@code server}, the distribution, the application, and a directory to work in. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Launcher.orExplain(() -> launcher(arguments).run());
    }

    private static ClusterLauncher launcher(String[] arguments) throws LaunchException {
        Properties properties = System.getProperties();
        List<MemberPlan> plans = MemberPlan.cluster(
                Path.of(arguments[2]),
                Path.of(arguments[3]),
                LaunchOptions.from(withSmallHeap(properties)),
                ClusterOptions.from(properties));
        return new ClusterLauncher(ServerRuntime.of(arguments[0], Path.of(arguments[1])), plans, System.out);
    }

    private static Properties withSmallHeap(Properties given) {
        Properties properties = new Properties();
        properties.put(LaunchOptions.HEAP, "512m");
        properties.putAll(given);
        return properties;
    }

    void run() throws IOException, LaunchException, InterruptedException {
        UserStop userStop = UserStop.install(this::stop);
        try {
            List<RunningMember> started = start();
            for (RunningMember member : started) {
                member.awaitReady(plans.size());
            }
            awaitTheEnd(started);
        } finally {
            userStop.waitWhileStopping();
            stop();
        }
    }

    private synchronized List<RunningMember> start() throws IOException, LaunchException {
        out.println(plans.size() + " members are starting on " + runtime.name() + ", their logs are below "
                + plans.get(0).server().directory().getParent());
        for (MemberPlan plan : stopping ? List.<MemberPlan>of() : plans) {
            members.add(RunningMember.start(runtime, plan, entry -> relay(plan.name(), entry)));
        }
        return List.copyOf(members);
    }

    /** A member that ends does not end the others: that it can is what a cluster is for. */
    private void awaitTheEnd(List<RunningMember> started) throws LaunchException {
        started.forEach(member -> out.println(member.json()));
        out.println("Ctrl-C stops them.");
        CompletableFuture.allOf(started.stream()
                        .map(member -> member.process().exitCode().thenAccept(code -> reportEnd(member, code)))
                        .toArray(CompletableFuture[]::new))
                .join();
        throw new LaunchException("No member is left.");
    }

    private void reportEnd(RunningMember member, int exitCode) {
        if (!stopping) {
            out.println("Member " + member.name() + " is gone, with exit code " + exitCode + ". Its log: "
                    + member.process().log());
        }
    }

    private void relay(String member, LogEntry entry) {
        if (entry.isAlarming() && !DeploymentWatch.isAboutFailure(entry) && !stopping) {
            out.println("[" + member + "] " + entry.level() + " " + entry.logger() + ": " + entry.firstLine());
        }
    }

    /** One after the other, so that each can hand what it holds to those that remain; the first one last. */
    private synchronized void stop() {
        stopping = true;
        boolean any = members.stream().anyMatch(member -> member.process().isAlive());
        while (!members.isEmpty()) {
            RunningMember last = members.remove(members.size() - 1);
            if (last.process().isAlive()) {
                out.println("Stopping member " + last.name() + " ...");
                last.close();
            }
        }
        if (any) {
            out.println("Stopped.");
        }
    }
}
