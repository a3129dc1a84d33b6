package org.shaddock.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
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
import org.shaddock.it.guarded.GateHandler;

/** A server that wants to know who comes lets nobody guess. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class GuessingIT {

    private static final int FAILURES = 5;

    private static final String SETTINGS = """
            config_ordinal=200
            shaddock.authentication.methods=password,caller
            shaddock.authentication.required=true
            shaddock.authentication.failures-per-minute=%d
            shaddock.connector.trusted-proxies=127.0.0.1
            """.formatted(FAILURES);

    @Deployment(testable = false)
    static EnterpriseArchive ear() {
        return Ears.withGame(ShrinkWrap.create(JavaArchive.class, "guessing.jar")
                .addPackage(GateHandler.class.getPackage())
                .addAsManifestResource(new StringAsset(SETTINGS), "microprofile-config.properties"));
    }

    @Test
    void shouldTurnAwayWhoShowsNothing() {
        assertThat(PomeloClient.connect(TestServer.uri()).welcome())
                .isEqualTo(Map.of("code", 500L, "message", "This server wants to know who you are; sign in first."));
    }

    @Test
    void shouldNotHearAnAddressThatHasGuessedTooOftenInTheHandshake() throws IOException {
        String address = "X-Forwarded-For: 203.0.113.20";
        for (int i = 0; i < FAILURES; i++) {
            assertThat(welcome(address, "guess" + i)).contains("Name and password do not fit.");
        }

        assertThat(status(address)).isEqualTo(429);
        assertThat(welcome("X-Forwarded-For: 203.0.113.21", "sesame")).contains("\"code\":200");
    }

    @Test
    void shouldNotHearAnAddressThatHasGuessedTooOftenInItsRequests() throws IOException {
        String address = "X-Forwarded-For: 203.0.113.30";
        String wrong = "Authorization: Basic "
                + Base64.getEncoder().encodeToString("karl:guess".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < FAILURES; i++) {
            assertThat(status(address, wrong)).isEqualTo(401);
        }

        assertThat(status(address, wrong)).isEqualTo(429);
    }

    private static String welcome(String header, String password) throws IOException {
        try (RawClient client = RawClient.connect(TestServer.uri(), header)) {
            Map<String, Object> user = Map.of("name", "karl", "password", password);
            return client.welcome(Json.bytes(Map.of("sys", Map.of("type", "raw"), "user", user)));
        }
    }

    private static int status(String... headers) throws IOException {
        try (RawClient client = RawClient.connect(TestServer.uri(), headers)) {
            return client.status();
        }
    }
}
