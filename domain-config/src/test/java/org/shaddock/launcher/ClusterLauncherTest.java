package org.shaddock.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher of clusters as a user does, in a JVM of its own with servers below it. */
@Timeout(60)
class ClusterLauncherTest {

    private static final String STARTED = "Ctrl-C stops them.";

    @TempDir
    private Path directory;

    /** The launcher's own {@code main}, for servers that start at once; one kind of behaviour for each. */
    static final class Main {

        private Main() {}

        public static void main(String[] arguments) throws Exception {
            Properties properties = new Properties();
            properties.setProperty("shaddock.http.port", "0");
            properties.setProperty("shaddock.start.seconds", "10");
            String[] behaviours = arguments[1].split(",");
            List<MemberPlan> plans = MemberPlan.cluster(
                    Path.of("tiny.war"),
                    Path.of(arguments[0]),
                    LaunchOptions.from(properties),
                    ClusterOptions.alike(behaviours.length));
            for (MemberPlan plan : plans) {
                plan.server().directory().toFile().mkdirs();
            }
            ServerRuntime runtime = TinyServer.runtime(plan ->
                    behaviours[plans.stream().map(MemberPlan::server).toList().indexOf(plan)]);
            Launcher.orExplain(() -> new ClusterLauncher(runtime, plans, System.out).run());
        }
    }

    @Test
    void shouldSayWhereEachMemberIsOnceAllAreReady() throws Exception {
        Process launcher = launch("serve,serve");
        try (BufferedReader output = launcher.inputReader()) {
            List<String> lines =
                    output.lines().takeWhile(line -> !line.equals(STARTED)).toList();

            List<Long> children = launcher.children().map(ProcessHandle::pid).toList();
            assertThat(lines)
                    .filteredOn(line -> line.startsWith("{"))
                    .hasSize(2)
                    .allMatch(
                            line -> line.matches(
                                    "\\{\"name\":\"m[12]\",\"ws\":\"ws://127\\.0\\.0\\.1:\\d+/\",\"pid\":\\d+,\"roles\":\\[\\]}"))
                    .allMatch(line -> children.stream().anyMatch(pid -> line.contains("\"pid\":" + pid + ",")));
            assertThat(lines).contains("[m1] WARNING org.tiny: Nothing unusual");
        } finally {
            end(launcher);
        }
    }

    @Test
    void shouldLeaveNoServerBehindWhenASignalEndsIt() throws Exception {
        Process launcher = launch("serve,serve,serve");
        try (BufferedReader output = launcher.inputReader()) {
            assertThat(output.lines().anyMatch(STARTED::equals)).isTrue();
            List<ProcessHandle> servers = launcher.children().toList();

            launcher.toHandle().destroy();

            assertThat(output.lines())
                    .containsExactly(
                            "Stopping member m3 ...", "Stopping member m2 ...", "Stopping member m1 ...", "Stopped.");
            assertThat(launcher.waitFor()).isEqualTo(143);
            assertThat(servers).hasSize(3).noneMatch(ProcessHandle::isAlive);
        }
    }

    @Test
    void shouldSayThatAMemberIsGoneAndKeepTheOthersUntilTheLastHasEnded() throws Exception {
        Process launcher = launch("serve,serve");
        try (BufferedReader output = launcher.inputReader()) {
            List<String> members = membersIn(output);

            kill(members.get(0));
            assertThat(output.readLine()).startsWith("Member m1 is gone, with exit code 137. Its log: " + directory);
            assertThat(launcher.isAlive()).isTrue();
            assertThat(launcher.children()).hasSize(1);

            kill(members.get(1));
            assertThat(output.lines().skip(1)).containsExactly("[ERROR] No member is left.");
            assertThat(launcher.waitFor()).isEqualTo(1);
        } finally {
            end(launcher);
        }
    }

    @Test
    void shouldStopAllWhenOneCannotStart() throws Exception {
        Process launcher = launch("serve,exit,serve");

        assertThat(launcher.inputReader().lines())
                .endsWith(
                        "Stopped.",
                        "[ERROR] The server ended with exit code 7 before the application was ready."
                                + " The whole log: " + directory.resolve("m2/server.log"));
        assertThat(launcher.waitFor()).isEqualTo(1);
    }

    @Test
    void shouldStopAllWhenOneDoesNotSeeTheOthers() throws Exception {
        Process launcher = launch("serve,alone");

        assertThat(launcher.inputReader().lines())
                .endsWith(
                        "Stopped.",
                        "[ERROR] The application does not see 2 members after 10 s;"
                                + " -Dshaddock.start.seconds=<seconds> gives it longer. The whole log: "
                                + directory.resolve("m2/server.log"));
        assertThat(launcher.waitFor()).isEqualTo(1);
    }

    private static List<String> membersIn(BufferedReader output) throws Exception {
        List<String> members = new ArrayList<>();
        for (String line = output.readLine(); !STARTED.equals(line); line = output.readLine()) {
            if (line.startsWith("{")) {
                members.add(line);
            }
        }
        return members;
    }

    private static void kill(String member) {
        long pid = Long.parseLong(member.replaceAll(".*\"pid\":(\\d+),.*", "$1"));
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private Process launch(String behaviours) throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        java.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        directory.toString(),
                        behaviours)
                .redirectErrorStream(true)
                .start();
    }

    private static void end(Process launcher) throws Exception {
        launcher.destroy();
        launcher.waitFor();
    }
}
