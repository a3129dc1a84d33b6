package org.shaddock.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaddock.testing.TestClient.ACK;
import static org.shaddock.testing.TestClient.handshake;
import static org.shaddock.testing.TestClient.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.shaddock.api.Authenticator;
import org.shaddock.api.Client;
import org.shaddock.api.Credentials;
import org.shaddock.api.HandlerException;
import org.shaddock.api.Identity;
import org.shaddock.testing.LogRecorder;
import org.shaddock.testing.QueuedExecutor;
import org.shaddock.testing.RecordingConnection;
import org.shaddock.testing.RecordingListener;
import org.shaddock.testing.ServerFixture;
import org.shaddock.testing.TestClient;

class AuthenticationTest {

    private static final String WELCOME = "HANDSHAKE {\"code\":200,\"sys\":{\"heartbeat\":15}}";
    private static final String CLOSED = "CLOSE NORMAL handshake refused";

    /** Knows tokens that begin with {@code good:}, and nothing but tokens. */
    private static final Authenticator TOKENS = credentials -> {
        String token = credentials.token();
        if (token.startsWith("bad")) {
            throw new HandlerException(2001, "This token is of no use.");
        }
        return token.isEmpty()
                ? Optional.empty()
                : Optional.of(new Identity(token.substring("good:".length()), Set.of("player")));
    };

    private final QueuedExecutor threads = new QueuedExecutor();
    private final List<Runnable> timers = new ArrayList<>();
    private final RecordingListener listener = new RecordingListener();

    @Test
    void shouldBindTheUserWithItsRolesWhenTheHandshakeIsAcknowledged() {
        ServerFixture server = asking().start();
        TestClient client = server.connect().send(token("good:ann"));
        assertThat(client.log()).containsExactly(WELCOME);
        assertThat(client.session().userId()).isEmpty();

        client.send(ACK);

        assertThat(client.view().identity()).isEqualTo(new Identity("ann", Set.of("player")));
        assertThat(server.sessions().of("ann")).containsExactly(client.view());
        assertThat(listener.news()).containsExactly("bound " + client.session().id() + " ann");
    }

    @Test
    void shouldTurnAClientAwayWithAReasonWhenItsCredentialsAreWrong() {
        TestClient client = asking().start().connect().send(token("bad"));

        assertThat(client.log())
                .containsExactly("HANDSHAKE {\"code\":500,\"message\":\"This token is of no use.\"}", CLOSED);
    }

    @Test
    void shouldLetInNobodyInParticularUnlessAskedToRefuseThem() {
        TestClient open = asking().start().connect().send(handshake(), ACK);
        TestClient strict =
                asking().set("authentication.required", true).start().connect().send(handshake(), ACK);

        assertThat(open.session().isWorking()).isTrue();
        assertThat(open.view().identity()).isEqualTo(Identity.NOBODY);
        assertThat(strict.log())
                .containsExactly(
                        "HANDSHAKE {\"code\":500,\"message\":\"This server wants to know who you are; sign in first.\"}",
                        CLOSED);
    }

    @Test
    void shouldAskOneWayAfterTheOtherUntilOneKnowsTheClient() {
        ServerFixture server = ServerFixture.with()
                .authenticator(credentials -> Optional.empty())
                .authenticator(TOKENS)
                .authenticator(credentials -> Optional.ofNullable(credentials.caller()))
                .start();

        assertThat(userOf(server.connect().send(token("good:ann"), ACK))).isEqualTo("ann");
        assertThat(userOf(server.connect(opened("good:ben", null)).send(handshake(), ACK)))
                .isEqualTo("ben");
        assertThat(userOf(server.connect(opened("", new Identity("cleo"))).send(handshake(), ACK)))
                .isEqualTo("cleo");
        assertThat(userOf(server.connect(opened("good:ben", null)).send(token("good:ann"), ACK)))
                .isEqualTo("ann");
    }

    @Test
    void shouldNotHoldUpWhoReadsAndRememberAnEarlyAcknowledgement() {
        TestClient client = later().start().connect();

        client.send(token("good:ann"), ACK);
        assertThat(client.log()).isEmpty();
        assertThat(client.session().state()).isEqualTo(SessionState.SHAKING);
        threads.runAll();

        assertThat(client.log()).containsExactly(WELCOME, "HEARTBEAT");
        assertThat(userOf(client)).isEqualTo("ann");
    }

    @Test
    void shouldHearWhatAQuickClientSaysWhileItsAnswerIsStillBeingSent() {
        TestClient client = later().start().connect();
        AtomicBoolean hasSpoken = new AtomicBoolean();
        client.connection().endWritesOn(end -> {
            if (hasSpoken.compareAndSet(false, true)) {
                client.send(ACK, request(1, "test.any.route", "{}"));
            }
            end.run();
        });

        client.send(token("good:ann"));
        threads.runAll();

        assertThat(userOf(client)).isEqualTo("ann");
        assertThat(client.log()).anyMatch(line -> line.startsWith("RESPONSE 1 "));
    }

    @Test
    void shouldIgnoreFurtherHandshakesBeforeAndAfterTheAnswer() {
        TestClient client = later().start().connect();

        client.send(token("good:ann"), token("good:eve"));
        threads.runAll();
        client.send(token("good:eve"), ACK, token("good:eve"));
        threads.runAll();

        assertThat(client.log()).containsExactly(WELCOME, "HEARTBEAT");
        assertThat(userOf(client)).isEqualTo("ann");
    }

    @Test
    void shouldIgnoreMessagesWhileTheClientIsNotKnown() {
        TestClient client = later().start().connect();

        client.send(token("bad"), request(1, "test.any.route", "{}"), ACK, request(2, "test.any.route", "{}"));
        threads.runAll();

        assertThat(client.log())
                .containsExactly("HANDSHAKE {\"code\":500,\"message\":\"This token is of no use.\"}", CLOSED);
    }

    @Test
    void shouldTurnAClientAwayWhenFindingOutTakesTooLong() {
        TestClient client = later().start().connect().send(token("good:ann"), ACK);

        List.copyOf(timers).forEach(Runnable::run);
        threads.runAll();

        assertThat(client.log())
                .containsExactly(
                        "HANDSHAKE {\"code\":500,\"message\":\"Finding out who you are took too long; try again.\"}",
                        CLOSED);
    }

    @Test
    void shouldTurnAClientAwayWhenTooManyWait() {
        ServerFixture server = ServerFixture.with()
                .authenticator(TOKENS)
                .signingIn(
                        task -> {
                            throw new RejectedExecutionException("full");
                        },
                        (action, delayMillis) -> () -> {})
                .start();

        assertThat(server.connect().send(token("good:ann")).log())
                .containsExactly(
                        "HANDSHAKE {\"code\":500,"
                                + "\"message\":\"Too many want to sign in at once; try again in a moment.\"}",
                        CLOSED);
    }

    @Test
    void shouldNotHearAnAddressThatHasGuessedTooOftenForAWhile() {
        ServerFixture server =
                asking().set("authentication.failures-per-minute", 3).start();
        for (int i = 0; i < 3; i++) {
            server.connect().send(token("bad guess"));
        }

        assertThat(server.connect().send(token("good:ann")).log())
                .containsExactly(
                        "HANDSHAKE {\"code\":500,"
                                + "\"message\":\"Too many failed attempts from your address; wait a minute.\"}",
                        CLOSED);
        assertThat(server.connect(new RecordingConnection(new Client("203.0.113.10", "h", 1, false)))
                        .send(token("good:ben"))
                        .log())
                .containsExactly(WELCOME);
        server.advance(20_000);
        assertThat(server.connect().send(token("good:ann")).log()).containsExactly(WELCOME);
    }

    @Test
    void shouldTellNothingOfAFailureOfItsOwnButTheLog() {
        ServerFixture server = ServerFixture.with()
                .authenticator(credentials -> {
                    throw new IllegalStateException("jdbc:secret");
                })
                .start();

        try (LogRecorder log = LogRecorder.of(Authentication.class)) {
            assertThat(server.connect().send(token("good:ann")).log())
                    .containsExactly(
                            "HANDSHAKE {\"code\":500,"
                                    + "\"message\":\"The server cannot find out who you are; try again later.\"}",
                            CLOSED);
            assertThat(log.lines())
                    .containsExactly("SEVERE: It could not be found out who a client at 203.0.113.9 is.");
        }
    }

    @Test
    void shouldRefuseAHandshakeThatTheLoginPolicyDoesNotAllow() {
        ServerFixture server = asking().set("session.login-policy", "refuse").start();
        server.connect().send(token("good:ann"), ACK);

        assertThat(server.connect().send(token("good:ann"), ACK).log())
                .containsExactly("HANDSHAKE {\"code\":500,\"message\":\"'ann' is signed in elsewhere.\"}", CLOSED);
    }

    @Test
    void shouldKickTheLaterOfTwoThatTheLoginPolicyLetIntoTheHandshake() {
        ServerFixture server = asking().set("session.login-policy", "refuse").start();
        TestClient first = server.connect().send(token("good:ann"));
        TestClient second = server.connect().send(token("good:ann"));

        first.send(ACK);
        second.send(ACK);

        assertThat(userOf(first)).isEqualTo("ann");
        assertThat(second.log()).contains("KICK {\"reason\":\"signed in elsewhere\"}");
    }

    @Test
    void shouldNotDropRolesWhenTheGameBindsTheSameUserAgain() {
        TestClient client = asking().start().connect().send(token("good:ann"), ACK);

        client.view().bind("ann");

        assertThat(client.view().identity().roles()).containsExactly("player");
    }

    @Test
    void shouldForgetUserAndRolesWhenUnbound() {
        TestClient client = asking().start().connect().send(token("good:ann"), ACK);

        client.view().unbind();

        assertThat(client.view().identity()).isEqualTo(Identity.NOBODY);
    }

    @Test
    void shouldKeepSecretsOutOfTexts() {
        Credentials credentials =
                new Credentials(new Client("203.0.113.9", "h", 1, false), Map.of("password", "hush"), "secret", null);

        assertThat(credentials).hasToString("credentials of a client at 203.0.113.9");
    }

    private ServerFixture.Plan asking() {
        return ServerFixture.with().authenticator(TOKENS).listener(listener);
    }

    private ServerFixture.Plan later() {
        return asking().signingIn(threads, (action, delayMillis) -> {
            timers.add(action);
            return () -> timers.remove(action);
        });
    }

    private static String userOf(TestClient client) {
        return client.session().userId();
    }

    private static byte[] token(String token) {
        return handshake("{'sys':{},'user':{'token':'" + token + "'}}");
    }

    private static RecordingConnection opened(String token, Identity caller) {
        return new RecordingConnection().upgrade(new Upgrade(token, caller));
    }
}
