package org.shaddock.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PayaraMicroTest {

    private static final Ports PORTS = new Ports(8090, 18001, 18002, 18003, 18004, 18005, 18006, 18007, 18008);

    @TempDir
    private Path directory;

    @Test
    void shouldConfineTheServerToTheLoopbackInterface() throws Exception {
        List<String> command = prepare(new Properties());

        assertThat(command)
                .containsSequence("--interfaces", "127.0.0.1")
                .containsSequence("--clustermode", "tcpip:127.0.0.1:18008")
                .contains("--disablephonehome", "-Dhazelcast.socket.bind.any=false");
        assertThat(directory.resolve("preboot.asadmin"))
                .content()
                .contains("network-listener.http-listener.address=127.0.0.1\n");
    }

    @Test
    void shouldLookForTheOtherMembersOfItsCluster() throws Exception {
        DataGrid cluster = new DataGrid("arena", List.of(18008, 18017));
        List<String> command = new PayaraMicro(Path.of("payara-micro.jar"))
                .prepare(new ServerPlan(null, directory, LaunchOptions.from(new Properties()), PORTS, cluster));

        assertThat(command)
                .containsSequence("--startport", "18008")
                .containsSequence("--clustermode", "tcpip:127.0.0.1:18008,127.0.0.1:18017")
                .containsSequence("--clustername", "arena")
                .contains("--nohostaware", "-Dhazelcast.max.no.heartbeat.seconds=5");
    }

    @Test
    void shouldGiveTheApplicationsPropertiesToTheJvm() throws Exception {
        Properties given = new Properties();
        given.setProperty("shaddock.name", "a b");

        List<String> command = prepare(given);

        assertThat(command.indexOf("-Dshaddock.name=a b")).isBetween(1, command.indexOf("-jar"));
    }

    @Test
    void shouldStartTheJvmWithTheOptionsThatAreWanted() throws Exception {
        Properties given = new Properties();
        given.setProperty("shaddock.jvm.options", " -XX:+UseSerialGC  -Da=b ");

        List<String> command = prepare(given);

        assertThat(command.subList(0, command.indexOf("-jar"))).containsSequence("-XX:+UseSerialGC", "-Da=b");
        assertThat(command).doesNotContain("-Dshaddock.jvm.options", "");
    }

    @Test
    void shouldWriteItsLogInTheShapeThatTheLauncherReads() throws Exception {
        List<String> command = prepare(new Properties());

        Path logging = Path.of(command.get(command.indexOf("--logproperties") + 1));
        assertThat(Files.readString(logging)).contains("UniformLogFormatter.ansiColor=false");
    }

    private List<String> prepare(Properties given) throws Exception {
        return new PayaraMicro(Path.of("payara-micro.jar"))
                .prepare(new ServerPlan(Path.of("shaddock.war"), directory, LaunchOptions.from(given), PORTS));
    }
}
