package org.shaddock.it.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.shaddock.it.Asadmin;
import org.shaddock.it.Certificates;
import org.shaddock.it.Eventually;
import org.shaddock.it.Guest;
import org.shaddock.it.NodeTool;
import org.shaddock.it.PomeloClient;
import org.shaddock.it.TestServer;

/** An operator makes a group of three instances from nothing, operates it, replaces the application, and removes it all. */
@Tag("soak")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperationsIT {

    private static final String MEMBERS = "list-shaddock-members.json";
    private static final int LAST = Integer.MAX_VALUE;
    private static final Duration BROWSING = Duration.ofMinutes(16);

    private final Group group = new Group();

    @BeforeAll
    void make() {
        assertThat(group.up()).contains("shaddock1 is ready", "shaddock2 is ready", "shaddock3 is ready");
    }

    @AfterAll
    void remove() {
        if (group.exists()) {
            group.shaddock("remove");
        }
    }

    @Test
    @Order(1)
    void shouldChangeNothingWhenTheGroupIsThereAlready() {
        assertThat(group.up()).doesNotContain("creating", "starting", "deploying", "switching");
        assertThat(group.shaddock("start")).doesNotContain("creating", "starting", "deploying", "switching");
        assertThat(group.shaddock("deploy")).isEmpty();
    }

    @Test
    @Order(2)
    void shouldListAllMembersWithTheirFigures() {
        try (Guest ann = Guest.enter(Group.http(1), "ann", "lists");
                Guest ben = Guest.enter(Group.http(3), "ben", "lists")) {
            ann.say("hi", Guest.EVERYBODY);
            ben.hear();

            assertThat(group.rows("list-shaddock-members"))
                    .extracting(row -> row.get("MEMBER") + " " + row.get("STATE"))
                    .containsExactly("shaddock1 ready", "shaddock2 ready", "shaddock3 ready");
            assertThat(group.rows("list-shaddock-members", "--target", "shaddock2"))
                    .extracting(row -> row.get("MEMBER"))
                    .containsExactly("shaddock2");
            assertThat(group.rows("list-shaddock-sessions", "--search", "ben"))
                    .singleElement()
                    .satisfies(row -> assertThat(row).containsEntry("MEMBER", "shaddock3"));
            assertThat(group.rows("list-shaddock-routes", "--search", Guest.SEND))
                    .isNotEmpty();
            assertThat(group.rows("list-shaddock-channels", "--search", "lists"))
                    .isNotEmpty();
            assertThat(group.rows("list-shaddock-remote-calls"))
                    .extracting(row -> row.get("MEMBER"))
                    .contains("shaddock1", "shaddock2", "shaddock3");
            assertThat(group.rows("list-shaddock-settings", "--search", "public-port"))
                    .extracting(row -> row.get("VALUE"))
                    .containsExactlyInAnyOrder("27180", "27280", "27380");
        }
    }

    @Test
    @Order(3)
    void shouldKickWhereverTheUserIs() {
        try (Guest ann = Guest.enter(Group.http(2), "ann", "kicks");
                Guest ben = Guest.enter(Group.http(3), "ben", "kicks")) {
            String session = group.rows("list-shaddock-sessions", "--search", "ann")
                    .get(0)
                    .get("SESSION");
            String user = group.rows("list-shaddock-sessions", "--search", "ben")
                    .get(0)
                    .get("USER");

            group.asadmin("kick-shaddock-session", "--reason", "out", session);
            group.asadmin("kick-shaddock-user", "--reason", "out, too", user);

            assertThat(ann.client().kicked()).isEqualTo("out");
            assertThat(ben.client().kicked()).isEqualTo("out, too");
        }
    }

    @Test
    @Order(4)
    void shouldMoveAnAreaAndCloseIt() {
        try (Guest ann = Guest.enter(Group.http(1), "ann", "moving")) {
            Map<String, String> area = area("moving");
            String other = area.get("MEMBER").equals("shaddock1") ? "shaddock2" : "shaddock1";

            group.asadmin("move-shaddock-area", "--member", other, area.get("AREA"));

            assertThat(area("moving")).containsEntry("MEMBER", other);
            assertThat(ann.say("still here", Guest.EVERYBODY)).containsKey("route");
            group.asadmin("close-shaddock-area", area.get("AREA"));
            assertThat(ann.client().isOpen()).isTrue();
        }
    }

    @Test
    @Order(5)
    void shouldBlockAnAddressOnAllMembersAndLiftTheBlockAgain() {
        group.asadmin("block-shaddock-address", "203.0.113.0/24");
        group.asadmin("block-shaddock-address", "203.0.113.0/24");

        assertThat(group.rows("list-shaddock-blocks"))
                .extracting(row -> row.get("MEMBER"))
                .containsExactlyElementsOf(Group.names());
        group.asadmin("unblock-shaddock-address", "203.0.113.0/24");
        assertThat(group.rows("list-shaddock-blocks")).isEmpty();
    }

    @Test
    @Order(6)
    void shouldSayWhatIsWrongAndFail() {
        Asadmin.Run run = group.run("asadmin", "drain-shaddock-member", "shaddock4");

        assertThat(run.exitCode()).as(run.output()).isNotZero();
        assertThat(run.output()).contains("shaddock4");
    }

    @Test
    @Order(6)
    void shouldListenOnTheLoopbackInterfaceAlone() {
        Listeners listeners = new Listeners(group.directory());

        assertThat(listeners.count()).isGreaterThan(10);
        assertThat(listeners.open()).isEmpty();
    }

    @Test
    @Order(6)
    void shouldLetNobodyAdministerWithoutThePassword() throws IOException {
        assertThat(AdminRest.as("admin", group.password()).get(MEMBERS)).isEqualTo(200);

        assertThat(Stream.of("", "admin", "adminadmin", "changeit")
                        .map(guess -> AdminRest.as("admin", guess).get(MEMBERS)))
                .containsOnly(401);
        assertThat(Broker.asked("admin")).contains("Login failed");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(group.directory().resolve("password"))))
                .isEqualTo("rw-------");
    }

    @Test
    @Order(6)
    void shouldNotLetAPageOfAnotherSiteActInTheAdministratorsName() throws IOException {
        int status = AdminRest.as("admin", group.password())
                .forge("block-shaddock-address.json", "id=203.0.113.9&address=203.0.113.9");

        assertThat(status).isBetween(400, 499);
        assertThat(group.rows("list-shaddock-blocks")).isEmpty();
    }

    @Test
    @Order(6)
    void shouldServeClientsByTlsWithTheTrialCertificate() {
        SSLContext trust = Certificates.trusting(group.directory().resolve("tls/trial.pem"));

        for (int i = 1; i <= Group.INSTANCES; i++) {
            try (PomeloClient client = PomeloClient.connect(Group.https(i), trust)) {
                assertThat(client.welcome()).containsEntry("code", 200L);
            }
        }
    }

    @Test
    @Order(7)
    void shouldBeOperatedFromTheConsole() {
        NodeTool.Run run = NodeTool.nodeWithBrowser(
                BROWSING,
                Map.of(
                        "SHADDOCK_URL", Group.http(1).toString(),
                        "SHADDOCK_ADMIN_URL", Group.admin() + "/",
                        "SHADDOCK_ADMIN_PASSWORD_FILE",
                                group.directory().resolve("password").toString()),
                "browser/console.mjs");

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(group.directory().resolve("domains/shaddock/logs/server.log"))
                .content()
                .containsPattern("admin[^:]*: moveArea \\[chat/<img")
                .containsPattern("admin[^:]*: kickSession \\[shaddock\\d#\\d+, an operator");
    }

    /** The new application has a route more, so old and new members have different dictionaries. */
    @Test
    @Order(8)
    void shouldReplaceTheApplicationWhileAChatGoesOnWithoutALostMessage() {
        List<Wanderer> wanderers = IntStream.rangeClosed(1, Group.INSTANCES)
                .mapToObj(i -> new Wanderer(Group.http(i), "wanderer " + i, "rolling"))
                .toList();
        AtomicInteger said = new AtomicInteger();
        CompletableFuture<String> roll = CompletableFuture.supplyAsync(
                () -> group.shaddock("roll", "--ear", NewApplication.file().toString()));
        List<String> texts = new ArrayList<>();
        while (!roll.isDone()) {
            String text = "line " + said.incrementAndGet();
            wanderers.get(said.get() % wanderers.size()).say(text);
            texts.add(text);
        }

        assertThat(roll.join()).contains("rolling shaddock1", "rolling shaddock3", "have been restarted");
        wanderers.forEach(Wanderer::close);
        assertThat(wanderers).allSatisfy(wanderer -> {
            assertThat(wanderer.heard()).containsAll(texts);
            assertThat(wanderer.moves()).isPositive();
        });
        IntStream.rangeClosed(1, Group.INSTANCES)
                .forEach(i -> assertThat(NewApplication.runsOn(Group.http(i))).isTrue());
    }

    @Test
    @Order(9)
    void shouldTellWhoeverRollsASecondTimeThatTheApplicationIsInPlace() {
        assertThat(group.shaddock("deploy")).isEmpty();
        assertThat(group.rows("list-shaddock-members")).hasSize(Group.INSTANCES).allSatisfy(row -> assertThat(row)
                .containsEntry("STATE", "ready"));
    }

    @Test
    @Order(10)
    void shouldTakeARealCertificate() throws Exception {
        Path file = TestServer.DIRECTORY.resolve("real.p12").toAbsolutePath();
        Files.deleteIfExists(file);
        Files.writeString(Path.of(file + ".password"), "a secret");
        String[] keytool = {
            "keytool",
            "-genkeypair",
            "-alias",
            "any",
            "-keyalg",
            "EC",
            "-dname",
            "CN=play.example",
            "-storetype",
            "PKCS12",
            "-storepass",
            "a secret",
            "-keystore",
            file.toString()
        };
        assertThat(new ProcessBuilder(keytool).start().waitFor()).isZero();

        assertThat(group.shaddock("certificate", file.toString())).contains("the certificate is in place");

        assertThat(group.shaddock("certificate", file.toString())).contains("in place already");
        assertThat(Certificates.subject(Group.https(1))).isEqualTo("CN=play.example");
        assertThat(Certificates.subject(Group.https(Group.INSTANCES))).isEqualTo("CN=play.example");
    }

    @Test
    @Order(LAST)
    void shouldLeaveNothingBehind() throws IOException {
        assertThat(group.shaddock("remove")).contains("the domain is gone");

        assertThat(group.directory()).doesNotExist();
        assertThat(group.run("status").output()).contains("there is no domain");
    }

    private Map<String, String> area(String name) {
        return Eventually.get("area " + name, PomeloClient.PATIENCE, () -> group.rows("list-shaddock-areas").stream()
                .filter(row -> row.get("AREA").endsWith(name))
                .findFirst()
                .orElseThrow());
    }
}
