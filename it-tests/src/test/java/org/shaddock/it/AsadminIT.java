package org.shaddock.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An operator watches and acts with asadmin, on a server whose plug-in directory has ours. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class AsadminIT {

    private final Asadmin asadmin = Asadmin.ofTestServer();

    @Deployment(testable = false)
    static EnterpriseArchive ear() {
        return Ears.real();
    }

    @Test
    void shouldShowAUsersSessionAndKickIt() throws Exception {
        try (Guest ann = Guest.enter("ann", "asadmin")) {
            Map<String, String> row =
                    asadmin.rows("list-shaddock-sessions", "--search", "ann").get(0);

            assertThat(row)
                    .containsEntry("ADDRESS", "127.0.0.1")
                    .containsEntry("MEMBER", "server")
                    .containsEntry("STATE", "working");
            Asadmin.Run kick = asadmin.run("kick-shaddock-session", "--reason", "maintenance", row.get("SESSION"));
            assertThat(kick.exitCode()).as(kick.output()).isZero();
            assertThat(ann.client().kicked()).isEqualTo("maintenance");
            assertThat(asadmin.rows("list-shaddock-sessions", "--search", "ann"))
                    .isEmpty();
        }
        assertThat(TestServer.log())
                .content()
                .containsPattern("admin: kickSession \\[server#\\d+, maintenance\\]: Kicked");
    }

    @Test
    void shouldShowWhatTheMemberCarriesAndHowItsRoutesAreUsed() {
        try (Guest ben = Guest.enter("ben", "asadmin")) {
            assertThat(ben.client().isOpen()).isTrue();

            assertThat(asadmin.rows("list-shaddock-members")).singleElement().satisfies(row -> assertThat(row)
                    .containsEntry("STATE", "ready"));
            assertThat(asadmin.rows("list-shaddock-routes"))
                    .anySatisfy(row -> assertThat(row.get("ROUTE")).startsWith("connector."));
            assertThat(asadmin.rows("list-shaddock-areas"))
                    .anySatisfy(row -> assertThat(row.get("AREA")).contains("asadmin"));
            assertThat(asadmin.rows("list-shaddock-channels", "--search", "asadmin"))
                    .anySatisfy(row -> assertThat(row).containsEntry("USERS", "1"));
            assertThat(asadmin.rows("list-shaddock-settings")).anySatisfy(row -> assertThat(row)
                    .containsEntry("KEY", "shaddock.session.login-policy")
                    .containsEntry("ORIGIN", "default"));
        }
    }

    @Test
    void shouldBlockAnAddressAndLiftTheBlockAgain() {
        assertThat(asadmin.run("block-shaddock-address", "203.0.113.0/24").exitCode())
                .isZero();
        assertThat(asadmin.rows("list-shaddock-blocks"))
                .contains(Map.of("ADDRESS", "203.0.113.0/24", "MEMBER", "server"));

        assertThat(asadmin.run("unblock-shaddock-address", "203.0.113.0/24").exitCode())
                .isZero();

        assertThat(asadmin.rows("list-shaddock-blocks")).isEmpty();
    }

    @Test
    void shouldFailAndSayWhyWhenThereIsNothingToDo() {
        Asadmin.Run kick = asadmin.run("kick-shaddock-session", "server#4711");
        assertThat(kick.exitCode()).isEqualTo(1);
        assertThat(kick.output()).contains("There is no session 'server#4711'");

        Asadmin.Run block = asadmin.run("block-shaddock-address", "here");
        assertThat(block.exitCode()).isEqualTo(1);
        assertThat(block.output()).contains("here");

        Asadmin.Run close = asadmin.run("close-shaddock-area", "room/nowhere");
        assertThat(close.exitCode()).isEqualTo(1);
        assertThat(close.output()).contains("There is no open area 'room/nowhere'");
    }

    @Test
    void shouldExplainEachCommand() {
        Asadmin.Run help = asadmin.run("move-shaddock-area", "--help");

        assertThat(help.output()).contains("moves an area to another member", "--member", "EXIT STATUS");
    }
}
