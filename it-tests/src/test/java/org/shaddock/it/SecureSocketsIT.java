package org.shaddock.it;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Clients that come by TLS stay with the container, also where all others are read by loops of our own, as here. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class SecureSocketsIT {

    private static final String SETTINGS = "config_ordinal=200\nshaddock.connector.io-threads=1\n";
    private static final String ECHO = "probe.probeHandler.echo";

    /** More than a record of TLS, and than the socket takes at once. */
    private static final String LONG = "long".repeat(10_000);

    @Deployment(testable = false)
    static EnterpriseArchive ear() {
        return Ears.withGame(ShrinkWrap.create(JavaArchive.class, "secure-sockets.jar")
                .addPackage(ProbeHandler.class.getPackage())
                .addAsManifestResource(new StringAsset(SETTINGS), "microprofile-config.properties"));
    }

    @Test
    void shouldAnswerAndPushAndTakeAGoodbyeByTls() {
        PomeloClient client = PomeloClient.connect(TestServer.secureUri(), Certificates.trustingAll());
        for (int i = 0; i < 100; i++) {
            assertThat(client.ask(ECHO, Map.of("text", "again", "n", i))).containsEntry("n", (long) i);
        }
        client.notify("probe.probeHandler.note", Map.of("text", LONG));
        assertThat(client.push("onNoted")).containsEntry("text", LONG);

        client.close();

        assertThat(client.closed().code()).isEqualTo(1000);
    }

    @Test
    void shouldKickByTlsAndSpareThoseWhoComeWithout() {
        try (PomeloClient secure = PomeloClient.connect(TestServer.secureUri(), Certificates.trustingAll());
                PomeloClient plain = PomeloClient.connect(TestServer.uri())) {
            secure.notify("probe.probeHandler.kickMe", Map.of());

            assertThat(secure.kicked()).isEqualTo("probe");
            assertThat(secure.closed().code()).isEqualTo(1000);
            assertThat(plain.ask(ECHO, Map.of("text", "still there", "n", 1))).containsEntry("text", "still there");
        }
    }
}
