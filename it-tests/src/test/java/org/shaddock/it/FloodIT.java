package org.shaddock.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

/** Many connections that want nothing do not keep out those who play. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class FloodIT {

    private static final int SLOW = 500;
    private static final int MOST_SESSIONS = 40;
    private static final int MOST_PER_ADDRESS = 30;
    private static final int POLICY = 1008;

    private static final String CROWDED = "X-Forwarded-For: 203.0.113.66";

    private static final String SETTINGS = """
            config_ordinal=200
            shaddock.connector.max-sessions=%d
            shaddock.connector.max-sessions-per-address=%d
            shaddock.connector.trusted-proxies=127.0.0.1
            """.formatted(MOST_SESSIONS, MOST_PER_ADDRESS);

    @Deployment(testable = false)
    static EnterpriseArchive ear() {
        return Ears.withGame(ShrinkWrap.create(JavaArchive.class, "flood.jar")
                .addPackage(ProbeHandler.class.getPackage())
                .addAsManifestResource(new StringAsset(SETTINGS), "microprofile-config.properties"));
    }

    @Test
    void shouldServeOthersWhileManySendTheirRequestsByteByByte() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < SLOW; i++) {
                Socket socket =
                        new Socket(TestServer.uri().getHost(), TestServer.uri().getPort());
                slow.add(socket);
                socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\nX-A".getBytes(StandardCharsets.US_ASCII));
            }
            assertServed();
            for (Socket socket : slow) {
                socket.getOutputStream().write('a');
            }
            assertServed();
        } finally {
            closeAll(slow);
        }
    }

    @Test
    void shouldKeepPlacesFreeWhenOneAddressTakesAllItCan() throws Exception {
        List<RawClient> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < MOST_PER_ADDRESS; i++) {
                RawClient client = RawClient.connect(TestServer.uri(), CROWDED);
                crowd.add(client);
                client.shakeHands();
            }
            try (RawClient oneMore = RawClient.connect(TestServer.uri(), CROWDED)) {
                RawClient.Ending ending = oneMore.end();
                assertThat(ending.code()).isEqualTo(POLICY);
                assertThat(ending.reason()).isEqualTo("Too many connections from your address.");
            }
            assertServed();
        } finally {
            closeAll(crowd);
        }
        Eventually.get("a place for the address", PomeloClient.PATIENCE, FloodIT::connectFromTheCrowd)
                .close();
    }

    private static RawClient connectFromTheCrowd() throws IOException {
        RawClient client = RawClient.connect(TestServer.uri(), CROWDED);
        client.shakeHands();
        return client;
    }

    private static void assertServed() {
        try (PomeloClient player = PomeloClient.connect(TestServer.uri())) {
            assertThat(player.ask("probe.probeHandler.echo", Map.of("text", "still there", "n", 1)))
                    .containsEntry("text", "still there");
        }
    }

    private static void closeAll(List<? extends AutoCloseable> all) {
        for (AutoCloseable each : all) {
            try {
                each.close();
            } catch (Exception gone) {
                assertThat(gone).isInstanceOf(IOException.class);
            }
        }
    }
}
