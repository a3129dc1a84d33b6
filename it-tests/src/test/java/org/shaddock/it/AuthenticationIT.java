package org.shaddock.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shaddock.it.guarded.GateHandler;
import org.shaddock.protocol.PacketType;

/** Who a client is, on the deployed server: by the container's tokens, realms and identity stores; and what it may do then. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class AuthenticationIT {

    private static final Tokens TOKENS = new Tokens();
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int UNAUTHORIZED = 401;

    private static final String SETTINGS = """
            config_ordinal=200
            shaddock.authentication.methods=token,caller,password
            shaddock.authentication.failures-per-minute=1000
            shaddock.authentication.tokens-once=true
            mp.jwt.verify.issuer=%s
            mp.jwt.verify.publickey=%s
            """;

    @Deployment(testable = false)
    static EnterpriseArchive ear() {
        return Ears.withGame(ShrinkWrap.create(JavaArchive.class, "guarded.jar")
                .addPackage(GateHandler.class.getPackage())
                .addAsManifestResource(
                        new StringAsset(SETTINGS.formatted(Tokens.ISSUER, TOKENS.publicKey())),
                        "microprofile-config.properties"));
    }

    @BeforeAll
    static void addAUserToTheServersRealm() throws IOException {
        Asadmin.ofTestServer().addUser("frieda", "open:door", "keeper:guest");
    }

    @Test
    void shouldKnowTheOwnerOfATokenInTheHandshake() {
        try (PomeloClient client = client(Map.of("token", TOKENS.good("ann", "owner", "guest")))) {
            assertThat(who(client)).isEqualTo(Map.of("user", "ann", "roles", List.of("guest", "owner")));
        }
    }

    @Test
    void shouldKnowTheOwnerOfATokenInTheRequestThatOpensTheConnection() throws IOException {
        try (RawClient client = RawClient.connect(TestServer.uri(), "Authorization: Bearer " + TOKENS.good("ben"))) {
            client.shakeHands();

            assertThat(client.ask("gate.gateHandler.who")).isEqualTo("{\"roles\":[],\"user\":\"ben\"}");
        }
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void shouldTurnAClientAwayWithATokenThatIsNotGood(String token) {
        PomeloClient client = client(Map.of("token", token));

        assertThat(client.welcome())
                .isEqualTo(Map.of("code", 500L, "message", "The token is not valid, or not any more."));
        assertThat(client.closed().code()).isEqualTo(1000);
    }

    static Stream<String> badTokens() {
        String good = TOKENS.good("eve", "owner");
        return Stream.of(
                "x",
                "a.b.c",
                good.substring(0, good.length() - 20),
                good.replace(good.split("\\.")[1], Tokens.unsigned().split("\\.")[1]),
                new Tokens().good("eve", "owner"),
                Tokens.unsigned(),
                TOKENS.expired(),
                TOKENS.with("iss", "https://evil.example"),
                TOKENS.with("exp", "tomorrow"),
                TOKENS.without("jti"),
                TOKENS.without("exp"));
    }

    @Test
    void shouldNotTakeATokenTwice() {
        String token = TOKENS.good("ann");
        try (PomeloClient first = client(Map.of("token", token))) {
            assertThat(first.welcome()).containsEntry("code", 200L);
        }

        assertThat(client(Map.of("token", token)).welcome())
                .isEqualTo(Map.of("code", 500L, "message", "The token was used before; get a new one."));
    }

    @Test
    void shouldKnowAUserOfTheServersRealm() throws IOException {
        try (RawClient client = RawClient.connect(TestServer.uri(), basic("frieda:open:door"))) {
            client.shakeHands();

            assertThat(client.ask("gate.gateHandler.who"))
                    .isEqualTo("{\"roles\":[\"guest\",\"keeper\"],\"user\":\"frieda\"}");
        }
    }

    @Test
    void shouldNotOpenAConnectionForAUserThatTheRealmDoesNotKnow() throws IOException {
        assertThat(status(basic("frieda:wrong"))).isEqualTo(UNAUTHORIZED);
        assertThat(status(basic("nobody:open:door"))).isEqualTo(UNAUTHORIZED);
        assertThat(status("Authorization: Basic %%%")).isEqualTo(UNAUTHORIZED);
        assertThat(status()).isEqualTo(SWITCHING_PROTOCOLS);
    }

    @Test
    void shouldKnowAUserOfTheGamesIdentityStore() {
        try (PomeloClient client = client(Map.of("name", "karl", "password", "sesame"))) {
            assertThat(who(client)).isEqualTo(Map.of("user", "karl", "roles", List.of("keeper")));
        }
        assertThat(client(Map.of("name", "karl", "password", "guess")).welcome())
                .isEqualTo(Map.of("code", 500L, "message", "Name and password do not fit."));
    }

    @Test
    void shouldLetInWhoShowsNothingAndGiveNoRoles() {
        try (PomeloClient client = PomeloClient.connect(TestServer.uri())) {
            assertThat(who(client)).isEqualTo(Map.of("user", "", "roles", List.of()));
            assertThat(client.ask("gate.gateHandler.open", Map.of()))
                    .isEqualTo(Map.of("code", 1403L, "message", "Sign in to call gate.gateHandler.open."));
        }
    }

    @Test
    void shouldLetCallAHandlerWhoHasTheRole() {
        try (PomeloClient keeper = client(Map.of("token", TOKENS.good("ann", "keeper")));
                PomeloClient guest = client(Map.of("token", TOKENS.good("gus", "guest")))) {
            assertThat(keeper.ask("gate.gateHandler.open", Map.of())).containsEntry("user", "ann");
            assertThat(guest.ask("gate.gateHandler.open", Map.of())).containsEntry("code", 1403L);
            assertThat(keeper.ask("gate.gateHandler.blowUp", Map.of())).containsEntry("code", 1403L);
        }
    }

    @Test
    void shouldLetCallAnAreasHandlerWhoHasTheRole() {
        try (PomeloClient owner = client(Map.of("token", TOKENS.good("ann", "owner")));
                PomeloClient guest = client(Map.of("token", TOKENS.good("gus", "guest")))) {
            owner.ask("gate.gateHandler.enter", Map.of());
            guest.ask("gate.gateHandler.enter", Map.of());

            assertThat(owner.ask("vault.vault.take", Map.of())).isEqualTo(Map.of("what", "gold"));
            assertThat(guest.ask("vault.vault.take", Map.of()))
                    .isEqualTo(Map.of("code", 1403L, "message", "You may not call vault.vault.take."));
            assertThat(guest.ask("vault.vault.look", Map.of())).containsEntry("user", "gus");
        }
    }

    @Test
    void shouldTakeTheFirstHandshakeOnly() throws IOException {
        try (RawClient client = RawClient.connect(TestServer.uri())) {
            client.shakeHands();
            client.send(PacketType.HANDSHAKE, handshake(TOKENS.good("eve", "owner")));
            client.send(PacketType.HANDSHAKE_ACK, new byte[0]);

            assertThat(client.ask("gate.gateHandler.who")).isEqualTo("{\"roles\":[],\"user\":\"\"}");
        }
    }

    private static PomeloClient client(Map<String, Object> user) {
        return PomeloClient.connect(
                TestServer.uri(), Map.of("sys", Map.of("type", "test", "version", "1"), "user", user));
    }

    private static Map<String, Object> who(PomeloClient client) {
        return client.ask("gate.gateHandler.who", Map.of());
    }

    private static byte[] handshake(String token) {
        return Json.bytes(Map.of("sys", Map.of("type", "raw"), "user", Map.of("token", token)));
    }

    private static String basic(String credentials) {
        return "Authorization: Basic "
                + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    private static int status(String... headers) throws IOException {
        try (RawClient client = RawClient.connect(TestServer.uri(), headers)) {
            return client.status();
        }
    }
}
