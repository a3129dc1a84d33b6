package org.shaddock.it.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shaddock.it.Asadmin;
import org.shaddock.it.Guest;
import org.shaddock.it.TestServer;

/** An operator makes a group of two instances from nothing, operates it, and removes it. */
@Tag("soak")
class OperationsIT {

    private static final int PORT_BASE = 27_000;
    private static final Path SCRIPT = Path.of("../domain-config/bin/shaddock").toAbsolutePath();

    private final Path directory = TestServer.DIRECTORY.resolve("operations").toAbsolutePath();

    @AfterEach
    void remove() {
        if (Files.exists(directory.resolve("settings"))) {
            shaddock("remove");
        }
    }

    @Test
    void shouldMakeAGroupFromNothingOperateItAndRemoveIt() throws IOException {
        assertThat(up()).contains("shaddock1 is ready", "shaddock2 is ready");
        assertThat(up()).as("the second time").doesNotContain("creating", "starting", "deploying");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("password"))))
                .isEqualTo("rw-------");
        shouldListBothMembers();
        shouldKickAUserOfTheOtherMember();
        shouldMoveAnArea();
        shouldRollBothInstances();

        assertThat(shaddock("remove")).contains("the domain is gone");

        assertThat(directory).doesNotExist();
    }

    private void shouldListBothMembers() {
        assertThat(asadmin().rows("list-shaddock-members"))
                .extracting(row -> row.get("MEMBER") + " " + row.get("STATE"))
                .containsExactly("shaddock1 ready", "shaddock2 ready");
    }

    private void shouldKickAUserOfTheOtherMember() {
        try (Guest ann = Guest.enter(instance(2), "ann", "operations")) {
            assertThat(asadmin()
                            .run("kick-shaddock-user", "--reason", "out", "ann")
                            .exitCode())
                    .isZero();
            assertThat(ann.client().kicked()).isEqualTo("out");
        }
    }

    private void shouldMoveAnArea() {
        try (Guest ann = Guest.enter(instance(1), "ann", "moving")) {
            Map<String, String> area = area("moving");
            String other = area.get("MEMBER").equals("shaddock1") ? "shaddock2" : "shaddock1";

            Asadmin.Run move = asadmin().run("move-shaddock-area", "--member", other, area.get("AREA"));

            assertThat(move.exitCode()).as(move.output()).isZero();
            assertThat(area("moving")).containsEntry("MEMBER", other);
            assertThat(ann.client().isOpen()).isTrue();
        }
    }

    private void shouldRollBothInstances() {
        assertThat(shaddock("roll")).contains("rolling shaddock1", "rolling shaddock2", "have been restarted");
        try (Guest ann = Guest.enter(instance(1), "ann", "rolled");
                Guest ben = Guest.enter(instance(2), "ben", "rolled")) {
            ann.say("hi", Guest.EVERYBODY);

            assertThat(ben.hear()).containsEntry("msg", "hi");
        }
    }

    private Map<String, String> area(String name) {
        return asadmin().rows("list-shaddock-areas").stream()
                .filter(row -> row.get("AREA").endsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private String up() {
        return shaddock(
                "group",
                "--payara",
                TestServer.payara().toAbsolutePath().toString(),
                "--ear",
                TestServer.DIRECTORY.resolve("shaddock.ear").toAbsolutePath().toString(),
                "--instances",
                "2",
                "--heap",
                "512m",
                "--portbase",
                String.valueOf(PORT_BASE));
    }

    private String shaddock(String command, String... options) {
        List<String> operands = new ArrayList<>(List.of(command, "--directory", directory.toString()));
        operands.addAll(List.of(options));
        Asadmin.Run run = new Asadmin(List.of("bash", SCRIPT.toString())).run(operands.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.output()).isZero();
        return run.output();
    }

    private Asadmin asadmin() {
        return new Asadmin(
                List.of("bash", SCRIPT.toString(), "asadmin", "--directory", directory.toString(), "--terse"));
    }

    private static URI instance(int number) {
        return URI.create("http://127.0.0.1:" + (PORT_BASE + 100 * number + 80));
    }
}
