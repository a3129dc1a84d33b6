package org.shaddock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.PublicAddress;
import org.shaddock.grid.Grid;
import org.shaddock.grid.LocalGrid;
import org.shaddock.testing.ServerFixture;
import org.shaddock.testing.TestClient;

class DrainingTest {

    private static final String CLOSED = "CLOSE GOING_AWAY The server is stopping.";

    private final ServerFixture server =
            ServerFixture.with().set("cluster.drain-millis", 10_000).start();

    @Test
    void shouldAskClientsToComeAgainOneAfterTheOther() {
        TestClient ann = server.enter();
        TestClient ben = server.enter();

        server.framework().drain();

        assertThat(ann.log()).hasSize(1).first().asString().contains("shaddock.reconnect");
        assertThat(ann.log().toString() + ben.log()).contains("\"afterMillis\":0", "\"afterMillis\":2500");
    }

    @Test
    void shouldNotTellAClientWhereToGoWhenNobodyKnows() {
        TestClient ann = server.enter();

        server.framework().drain();

        assertThat(ann.log().toString()).doesNotContain("url");
    }

    @Test
    void shouldLetNobodyInAnyMore() {
        server.framework().drain();

        TestClient late = server.connect();

        assertThat(late.session()).isNull();
        assertThat(late.log()).containsExactly(CLOSED);
    }

    @Test
    void shouldServeClientsUntilTheGraceTimeHasGone() {
        TestClient ann = server.enter();
        server.framework().drain();
        ann.connection().forget();

        server.advance(9_999);
        assertThat(ann.log()).isEmpty();
        server.advance(1);

        assertThat(ann.log()).containsExactly(CLOSED);
        assertThat(server.sessions().count()).isZero();
    }

    @Test
    void shouldTellWhenNobodyIsLeft() {
        TestClient ann = server.enter();
        CompletableFuture<Void> empty = server.framework().drain();
        server.advance(100);
        assertThat(empty).isNotDone();

        ann.disconnect();
        server.advance(100);

        assertThat(empty).isCompleted();
    }

    @Test
    void shouldAskClientsOnceHoweverOftenItIsDrained() {
        TestClient ann = server.enter();
        server.framework().drain();

        server.framework().drain();

        assertThat(ann.log()).hasSize(1);
    }

    @Test
    void shouldSendAClientToAnotherConnectorWhateverItsLoad() {
        LocalGrid grid = new LocalGrid(Runnable::run);
        Grid self = member(grid, "m", 1, 0);
        member(grid, "far", 9001, 1000);
        ClusterConnectors connectors = new ClusterConnectors(
                self.membership(), server.framework().settings().entrance());
        TestClient ann = server.enter();

        Draining draining = new Draining(server.connector(), connectors, 1000, server.clock);
        draining.begin(CompletableFuture.completedFuture(null));

        assertThat(ann.log().toString()).contains("\"url\":\"//game.example:9001/\"");
    }

    private static Grid member(LocalGrid grid, String name, int port, long load) {
        Grid end = grid.join(name);
        end.membership()
                .announce(new Member(
                        end.membership().self(),
                        Set.of("connector"),
                        new PublicAddress("game.example", port, 0),
                        load,
                        false));
        return end;
    }
}
