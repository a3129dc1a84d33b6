package org.shaddock.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shaddock.admission.Cidr;
import org.shaddock.api.Client;
import org.shaddock.api.Handler;
import org.shaddock.testing.RecordingConnection;
import org.shaddock.testing.ServerFixture;
import org.shaddock.testing.TestClient;

class OperatorTest {

    private final ServerFixture server = ServerFixture.with(new Greeter()).start();
    private final Operator operator = server.framework().operator();

    @Test
    void shouldShowEverySessionWithItsUserAndAddress() {
        TestClient ann = enter("203.0.113.7", "ann");
        server.advance(2500);

        assertThat(operator.sessions("").rows())
                .containsExactly(new SessionRow(
                        ann.session().id().toString(), "ann", "203.0.113.7", "m", "working", 2, 0, 0, List.of()));
    }

    @Test
    void shouldShowWhatASessionHasCalledTheMostOftenFirst() {
        TestClient ann = enter("203.0.113.7", "ann");
        ann.request(1, "greeter.greet");
        ann.request(2, "greeter.fail");
        ann.request(3, "greeter.fail");

        assertThat(operator.sessions("").rows().get(0).routes())
                .containsExactly("test.greeter.fail:2", "test.greeter.greet:1");
    }

    @Test
    void shouldFindSessionsByUserIdAndAddress() {
        TestClient ann = enter("203.0.113.7", "ann");
        enter("198.51.100.7", "bob");

        assertThat(operator.sessions("nn").rows()).extracting(SessionRow::user).containsExactly("ann");
        assertThat(operator.sessions("198.51.").rows())
                .extracting(SessionRow::user)
                .containsExactly("bob");
        assertThat(operator.sessions(ann.session().id().toString()).rows())
                .extracting(SessionRow::user)
                .containsExactly("ann");
        assertThat(operator.sessions("113.7").rows()).isEmpty();
    }

    @Test
    void shouldShowNoMoreThanAThousandRowsAndSayHowManyThereAre() {
        IntStream.range(0, 1001).forEach(i -> server.enter());

        assertThat(operator.sessions("").total()).isEqualTo(1001);
        assertThat(operator.sessions("").rows()).hasSize(1000);
    }

    @Test
    void shouldKickTheOneSessionThatIsNamed() {
        TestClient ann = enter("203.0.113.7", "ann");
        TestClient other = enter("203.0.113.7", "ann");

        assertThat(operator.kickSession(ann.session().id().toString(), "out")).isTrue();

        assertThat(ann.log()).containsExactly("KICK {\"reason\":\"out\"}", "CLOSE NORMAL out");
        assertThat(other.log()).isEmpty();
        assertThat(operator.kickSession(ann.session().id().toString(), "out")).isFalse();
    }

    @Test
    void shouldShowHowRoutesAreUsed() {
        TestClient ann = enter("203.0.113.7", "ann");
        ann.request(1, "greeter.greet");
        ann.request(2, "greeter.fail");
        ann.request(3, "greeter.fail");

        assertThat(operator.routes().rows())
                .extracting(RouteRow::route, RouteRow::member, RouteRow::count, RouteRow::errors)
                .containsExactly(tuple("test.greeter.fail", "m", 2L, 2L), tuple("test.greeter.greet", "m", 1L, 0L));
    }

    @Test
    void shouldShowWhatTheMemberCarries() {
        enter("203.0.113.7", "ann").request(1, "greeter.greet");
        server.advance(7000);

        MemberRow row = operator.members().rows().get(0);

        assertThat(row.member()).isEqualTo("m");
        assertThat(row.state()).isEqualTo("ready");
        assertThat(row.sessions()).isOne();
        assertThat(row.upSeconds()).isEqualTo(7);
    }

    @Test
    void shouldSayThatAMemberIsStopped() {
        server.framework().stop();

        assertThat(state()).isEqualTo("stopped");
    }

    @Test
    void shouldSayThatAMemberIsDrainingUntilItIsEmpty() {
        TestClient ann = enter("203.0.113.7", "ann");

        server.framework().drain();

        assertThat(state()).isEqualTo("draining");
        assertThat(server.framework().isReady()).isFalse();
        assertThat(server.framework().isRunning()).isTrue();
        ann.disconnect();
        assertThat(state()).isEqualTo("drained");
    }

    @Test
    void shouldShowChannelsByTheirNumberOfUsers() {
        enter("203.0.113.7", "ann");
        enter("203.0.113.8", "bob");
        server.channels().create("guild/small").add("ann");
        server.channels().create("guild/large").add("ann");
        server.channels().create("guild/large").add("bob");

        assertThat(operator.channels("guild").rows())
                .containsExactly(new ChannelRow("guild/large", "m", 2), new ChannelRow("guild/small", "m", 1));
        assertThat(operator.channels("small").rows()).hasSize(1);
    }

    @Test
    void shouldSayThatAnAreaIsNotHere() {
        assertThat(operator.closeArea("room/lobby")).isCompletedExceptionally();
        assertThat(operator.moveArea("room/lobby", "")).isCompletedExceptionally();
    }

    @Test
    void shouldSayHowAnAreaIsNamedAndWhichMembersThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> operator.closeArea("lobby"))
                .withMessageContaining("type/name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> operator.moveArea("room/lobby", "nobody"))
                .withMessageContaining("'nobody'");
    }

    @Test
    void shouldShowWhatIsBlocked() {
        server.framework().blocks().block(Cidr.parse("203.0.113.0/24"));

        assertThat(operator.blocks().rows()).containsExactly(new BlockRow("203.0.113.0/24", "m"));
    }

    private String state() {
        return operator.members().rows().get(0).state();
    }

    private TestClient enter(String address, String user) {
        TestClient client = server.enter(new RecordingConnection(new Client(address, "game.example", 8080, false)));
        client.view().bind(user);
        return client;
    }

    /** A game of two handlers. */
    public static class Greeter {

        @Handler
        public void greet() {}

        @Handler
        public void fail() {
            throw new IllegalStateException("broken");
        }
    }
}
