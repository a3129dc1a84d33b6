package org.shaddock.it.cluster;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.shaddock.it.TestServer;
import org.shaddock.launcher.ClusterOptions;
import org.shaddock.launcher.LaunchException;
import org.shaddock.launcher.LaunchOptions;
import org.shaddock.launcher.MemberPlan;
import org.shaddock.launcher.RunningMember;
import org.shaddock.launcher.ServerRuntime;

/**
 * The three members that all tests share, and room for a fourth. They are started before the first test that needs them and
 * mended before each further one; they end with this JVM.
 */
final class TestCluster {

    static final List<String> NAMES = List.of("m1", "m2", "m3");
    static final String FOURTH = "m4";

    /** A room of the tally game that is to be on m3 alone. */
    static final String PINNED = "pinned";

    /** High enough that no test has rooms moved that does not mean to. */
    static final int REBALANCE_THRESHOLD = 20;

    private static @Nullable TestCluster shared;

    private final ServerRuntime runtime = Games.runtime();
    private final Map<String, MemberPlan> plans = new LinkedHashMap<>();
    private final Map<String, RunningMember> members = new LinkedHashMap<>();
    private int starts;

    private TestCluster() throws LaunchException {
        Path directory = TestServer.DIRECTORY.resolve("cluster");
        MemberPlan.cluster(
                        Games.application(),
                        directory,
                        LaunchOptions.from(properties()),
                        ClusterOptions.alike(NAMES.size() + 1))
                .forEach(plan -> plans.put(plan.name(), plan));
    }

    /** The cluster with its three members at work. */
    static synchronized TestCluster mended() {
        try {
            TestCluster cluster = shared;
            if (cluster == null) {
                cluster = new TestCluster();
                shared = cluster;
                Runtime.getRuntime().addShutdownHook(new Thread(cluster::stop, "stop-cluster"));
            }
            cluster.mend();
            return cluster;
        } catch (LaunchException failure) {
            throw new IllegalStateException("The tests have no cluster: " + failure.getMessage(), failure);
        }
    }

    /** Where clients of a member connect. */
    URI uri(String member) {
        return member(member).uri();
    }

    /** Those that run, also if they hang. */
    synchronized List<String> running() {
        return members.entrySet().stream()
                .filter(member -> member.getValue().process().isAlive())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A running member that is none of these. */
    String other(String... not) {
        return running().stream()
                .filter(member -> !List.of(not).contains(member))
                .findFirst()
                .orElseThrow();
    }

    /** Starts a member that does not run, and returns while it starts. */
    synchronized void start(String name) {
        MemberPlan plan = Objects.requireNonNull(plans.get(name), name);
        try {
            keepLog(plan.server().directory());
            members.put(name, RunningMember.start(runtime, plan, entry -> {}));
        } catch (IOException | LaunchException failure) {
            throw new IllegalStateException("Member " + name + " cannot start: " + failure.getMessage(), failure);
        }
    }

    /** Waits until a member is ready and sees all that run. */
    void awaitReady(String name) {
        try {
            member(name).awaitReady(running().size());
        } catch (LaunchException failure) {
            throw new IllegalStateException("Member " + name + " is not ready: " + failure.getMessage(), failure);
        } catch (InterruptedException interrupted) {
            throw new AssertionError("Nobody interrupts tests.", interrupted);
        }
    }

    /** Ends a member as a crash does. */
    void kill(String name) {
        member(name).process().kill();
    }

    /** Asks a member to stop, as an operator does, and waits until it has. */
    void terminate(String name) {
        member(name).close();
    }

    /** Makes a member hang. */
    void pause(String name) {
        signal("STOP", name);
    }

    /** Lets a member that hangs go on. */
    void resume(String name) {
        signal("CONT", name);
    }

    private RunningMember member(String name) {
        return Objects.requireNonNull(members.get(name), name);
    }

    private synchronized void mend() {
        running().forEach(this::resume);
        if (running().contains(FOURTH)) {
            terminate(FOURTH);
        }
        NAMES.stream().filter(name -> !running().contains(name)).forEach(this::start);
        NAMES.forEach(this::awaitReady);
    }

    private synchronized void stop() {
        running().forEach(this::kill);
    }

    private void signal(String signal, String name) {
        try {
            String pid = String.valueOf(member(name).process().pid());
            new ProcessBuilder("kill", "-" + signal, pid).start().waitFor();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException("No signal could be sent.", failure);
        }
    }

    /** The log of a member's last life is worth a look after a test has failed. */
    private void keepLog(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path log = directory.resolve("server.log");
        if (starts++ >= NAMES.size() && Files.exists(log)) {
            Files.move(log, directory.resolve("server-" + starts + ".log"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The servers' compilers have little time: they use the quick one alone, which halves what a start costs. */
    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("shaddock.http.port", "0");
        properties.setProperty("shaddock.heap", "256m");
        properties.setProperty("shaddock.jvm.options", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        properties.setProperty("shaddock.start.seconds", "300");
        properties.setProperty("shaddock.cluster.min-members", "2");
        properties.setProperty("shaddock.cluster.expected-members", String.valueOf(NAMES.size()));
        properties.setProperty("shaddock.cluster.pinned", "tally/" + PINNED + "=m3,world/meadow=m1,world/cave=m2");
        properties.setProperty("shaddock.cluster.rebalance-threshold", String.valueOf(REBALANCE_THRESHOLD));
        properties.setProperty("shaddock.connector.messages-per-second", "1000");
        return properties;
    }
}
