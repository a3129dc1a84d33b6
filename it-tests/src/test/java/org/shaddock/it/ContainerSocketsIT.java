package org.shaddock.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shaddock.it.probe.ProbeHandler;

/** Where the container reads and writes the sockets by itself, as it does for clients that it talks to by TLS. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ContainerSocketsIT {

    private static final String SETTINGS = "config_ordinal=200\nshaddock.connector.io-threads=0\n";
    private static final int GONE_TOO_FAR = 1011;

    @Deployment(testable = false)
    static EnterpriseArchive ear() {
        return Ears.withGame(ShrinkWrap.create(JavaArchive.class, "container-sockets.jar")
                .addPackage(ProbeHandler.class.getPackage())
                .addAsManifestResource(new StringAsset(SETTINGS), "microprofile-config.properties"));
    }

    @Test
    void shouldAnswerAndPushAndTakeAGoodbye() {
        PomeloClient client = PomeloClient.connect(TestServer.uri());
        for (int i = 0; i < 100; i++) {
            assertThat(client.ask("probe.probeHandler.echo", Map.of("text", "again", "n", i)))
                    .containsEntry("text", "again");
        }
        client.notify("probe.probeHandler.note", Map.of("text", "noted"));
        assertThat(client.push("onNoted")).containsEntry("text", "noted");

        client.close();

        assertThat(client.closed().code()).isEqualTo(1000);
    }

    @Test
    void shouldKick() {
        try (PomeloClient client = PomeloClient.connect(TestServer.uri())) {
            client.notify("probe.probeHandler.kickMe", Map.of());

            assertThat(client.kicked()).isEqualTo("probe");
            assertThat(client.closed().code()).isEqualTo(1000);
        }
    }

    /** With a code that tells who has read it: a loop of ours would have said 1009. */
    @Test
    void shouldCloseAClientWhoseFrameIsMuchTooLong() throws IOException {
        try (RawClient client = RawClient.working(TestServer.uri())) {
            client.bytes(RawClient.header(0x82, 1 << 30));
            client.bytes(new byte[200 * 1024]);

            assertThat(client.end().code()).isEqualTo(GONE_TOO_FAR);
        }
    }
}
