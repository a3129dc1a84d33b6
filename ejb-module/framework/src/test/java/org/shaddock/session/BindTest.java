package org.shaddock.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.HandlerException;
import org.shaddock.api.Session;
import org.shaddock.testing.Crowd;
import org.shaddock.testing.RecordingListener;
import org.shaddock.testing.ServerFixture;
import org.shaddock.testing.TestClient;

/** Who is who: binding users to sessions under each login policy, and what is told of it. */
class BindTest {

    private final RecordingListener listener = new RecordingListener();
    private final ServerFixture server = server("allow", listener);

    @Test
    void shouldFindASessionByItsUser() {
        Session session = server.enter().view();
        session.bind("ann");

        assertThat(session.userId()).isEqualTo("ann");
        assertThat(server.sessions().of("ann")).containsExactly(session);
        assertThat(server.sessions().find(session.id())).contains(session);
        assertThat(listener.news()).containsExactly("bound m#1000000001 ann");
    }

    @Test
    void shouldTellOfABindingOnceWhenTheSameUserIsBoundAgain() {
        Session session = server.enter().view();
        session.bind("ann");
        session.bind("ann");

        assertThat(server.sessions().of("ann")).hasSize(1);
        assertThat(listener.news()).containsExactly("bound m#1000000001 ann");
    }

    @Test
    void shouldRefuseASecondUser() {
        Session session = server.enter().view();
        session.bind("ann");

        assertThatIllegalStateException()
                .isThrownBy(() -> session.bind("ben"))
                .withMessage("Session m#1000000001 is bound to 'ann' already: unbind it before binding 'ben'.");
        assertThat(server.sessions().of("ben")).isEmpty();
    }

    @Test
    void shouldRefuseAUserWithoutAName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> server.enter().view().bind(""))
                .withMessage("A user id must not be empty.");
    }

    @Test
    void shouldTakeAnotherUserWhenTheFirstIsUnbound() {
        Session session = server.enter().view();
        session.bind("ann");
        session.unbind();
        session.bind("ben");

        assertThat(server.sessions().of("ann")).isEmpty();
        assertThat(listener.news())
                .containsExactly(
                        "bound m#1000000001 ann", "gone ann", "unbound m#1000000001 ann", "bound m#1000000001 ben");
    }

    @Test
    void shouldTellNothingWhenNobodyIsUnbound() {
        server.enter().view().unbind();

        assertThat(listener.news()).isEmpty();
    }

    @Test
    void shouldForgetTheUserAfterTheSessionsEndWasTold() {
        TestClient client = server.enter();
        client.view().bind("ann");
        client.disconnect();

        assertThat(listener.news())
                .containsExactly("bound m#1000000001 ann", "closed m#1000000001 ann: disconnect", "gone ann");
        assertThat(server.sessions().of("ann")).isEmpty();
    }

    @Test
    void shouldKeepAUserWhoHasAnotherSession() {
        TestClient phone = server.enter();
        TestClient browser = server.enter();
        phone.view().bind("ann");
        browser.view().bind("ann");
        phone.disconnect();

        assertThat(server.sessions().of("ann")).containsExactly(browser.view());
        assertThat(listener.news()).doesNotContain("gone ann");
    }

    @Test
    void shouldDoNothingOnASessionThatHasEnded() {
        TestClient client = server.enter();
        client.view().bind("ann");
        client.disconnect();
        listener.news().clear();

        client.view().bind("ben");
        client.view().unbind();

        assertThat(client.view().userId()).isEqualTo("ann");
        assertThat(server.sessions().of("ben")).isEmpty();
        assertThat(listener.news()).isEmpty();
    }

    @Test
    void shouldRefuseASecondLoginWhenThePolicyIsRefuse() {
        ServerFixture strict = server("refuse", listener);
        TestClient first = strict.enter();
        TestClient second = strict.enter();
        first.view().bind("ann");

        assertThatExceptionOfType(HandlerException.class)
                .isThrownBy(() -> second.view().bind("ann"))
                .withMessage("'ann' is signed in elsewhere.")
                .matches(e -> e.code() == ErrorCode.FORBIDDEN);

        first.disconnect();
        second.view().bind("ann");
        assertThat(strict.sessions().of("ann")).containsExactly(second.view());
    }

    @Test
    void shouldKickTheOldSessionWhenThePolicyIsKickOld() {
        ServerFixture server = server("kick-old", listener);
        TestClient first = server.enter();
        TestClient second = server.enter();
        first.view().bind("ann");
        second.view().bind("ann");

        assertThat(first.log())
                .containsExactly("KICK {\"reason\":\"signed in elsewhere\"}", "CLOSE NORMAL signed in elsewhere");
        assertThat(server.sessions().of("ann")).containsExactly(second.view());
        assertThat(listener.news())
                .containsExactly(
                        "bound m#1000000001 ann",
                        "closed m#1000000001 ann: kick: signed in elsewhere",
                        "bound m#1000000002 ann");
    }

    @Test
    void shouldLetOneOfManyInWhenAllSignInAtOnceAndThePolicyIsRefuse() throws Exception {
        ServerFixture strict = server("refuse", listener);
        AtomicInteger refused = new AtomicInteger();

        Crowd.run(8, n -> {
            try {
                strict.enter().view().bind("ann");
            } catch (HandlerException e) {
                refused.incrementAndGet();
            }
        });

        assertThat(refused).hasValue(7);
        assertThat(strict.sessions().of("ann")).hasSize(1);
    }

    @Test
    void shouldKeepOneOfManyWhenAllSignInAtOnceAndThePolicyIsKickOld() throws Exception {
        ServerFixture server = server("kick-old", listener);

        Crowd.run(8, n -> server.enter().view().bind("ann"));

        assertThat(server.sessions().of("ann")).hasSize(1);
        assertThat(server.sessions().count()).isOne();
    }

    @Test
    void shouldLeaveNoUserBehindWhenASessionEndsWhileItIsBound() throws Exception {
        for (int round = 0; round < 200; round++) {
            TestClient client = server.enter();
            Crowd.run(2, n -> {
                if (n == 0) {
                    client.view().bind("ann");
                } else {
                    client.disconnect();
                }
            });
            assertThat(server.sessions().of("ann")).isEmpty();
        }
    }

    @Test
    void shouldTellEverythingInTheOrderItHappenedWhenThreadsCollide() throws Exception {
        for (int round = 0; round < 200; round++) {
            RecordingListener fresh = new RecordingListener();
            TestClient client = server("allow", fresh).enter();
            Crowd.run(3, n -> {
                switch (n) {
                    case 0 -> client.view().bind("ann");
                    case 1 -> client.view().unbind();
                    default -> client.disconnect();
                }
            });
            List<String> news = fresh.news().stream()
                    .filter(line -> !line.startsWith("gone"))
                    .map(line -> line.split(" ")[0])
                    .toList();
            assertThat(news)
                    .isSubsetOf("bound", "unbound", "closed")
                    .endsWith("closed")
                    .doesNotHaveDuplicates();
            assertThat(String.join(" ", news)).doesNotStartWith("unbound");
        }
    }

    @Test
    void shouldTellTheBindingBeforeTheEndWhenAnObserverEndsTheSession() {
        RecordingListener strict = new RecordingListener() {
            @Override
            public void bound(Session session, String userId) {
                session.kick("banned");
                super.bound(session, userId);
            }
        };
        server("allow", strict).enter().view().bind("ann");

        assertThat(strict.news())
                .containsExactly("bound m#1000000001 ann", "closed m#1000000001 ann: kick: banned", "gone ann");
    }

    @Test
    void shouldNotListASessionWhoseEndIsBeingTold() {
        ServerFixture[] fixture = new ServerFixture[1];
        List<Integer> counted = new ArrayList<>();
        RecordingListener counting = new RecordingListener() {
            @Override
            public void closed(Session session, String reason) {
                counted.add(fixture[0].sessions().of("ann").size());
                assertThat(fixture[0].sessions().find(session.id())).isEmpty();
            }
        };
        fixture[0] = server("allow", counting);
        TestClient client = fixture[0].enter();
        client.view().bind("ann");
        client.disconnect();

        assertThat(counted).containsExactly(0);
    }

    @Test
    void shouldKickAllSessionsOfAUser() {
        IntStream.range(0, 3).forEach(i -> server.enter().view().bind("ann"));
        server.enter().view().bind("ben");

        assertThat(server.sessions().kick("ann", "out")).isEqualTo(3);
        assertThat(server.sessions().kick("ann", "out")).isZero();
        assertThat(server.sessions().count()).isOne();
    }

    private static ServerFixture server(String policy, RecordingListener listener) {
        return ServerFixture.with()
                .set("session.login-policy", policy)
                .listener(listener)
                .start();
    }
}
