package org.shaddock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shaddock.api.Client;
import org.shaddock.api.Connectors.ConnectorAddress;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.Membership;
import org.shaddock.cluster.PublicAddress;
import org.shaddock.grid.Grid;
import org.shaddock.grid.LocalGrid;
import org.shaddock.testing.RecordingConnection;
import org.shaddock.testing.ServerFixture;
import org.shaddock.testing.TestClient;

class ClusterConnectorsTest {

    private final LocalGrid grid = new LocalGrid(Runnable::run);
    private final ServerFixture server = ServerFixture.with().start();
    private final Membership self = join("m", 0, 0, "connector");

    private ClusterConnectors connectors;

    @BeforeEach
    void choose() {
        connectors = new ClusterConnectors(self, server.framework().settings().entrance());
    }

    @Test
    void shouldSpreadClientsOverConnectors() {
        join("far", 9001, 0, "connector");

        assertThat(ports(0, 50)).contains(8080, 9001);
    }

    @Test
    void shouldAnswerTheSameKeyAlike() {
        join("far", 9001, 0, "connector");

        assertThat(port("ann")).isEqualTo(port("ann"));
    }

    @Test
    void shouldPreferTheLessLoadedOfTwo() {
        join("far", 9001, -1, "connector");

        assertThat(ports(0, 50)).containsOnly(9001);
    }

    @Test
    void shouldLeaveOutWhoHoldsNoConnections() {
        join("far", 9001, 0, "room");

        assertThat(ports(0, 50)).containsOnly(8080);
    }

    @Test
    void shouldLeaveOutWhoIsDraining() {
        Membership far = join("far", 9001, 0, "connector");
        far.update(far.view().find(far.self()).orElseThrow().drained());

        assertThat(ports(0, 50)).containsOnly(8080);
    }

    @Test
    void shouldLeaveOutWhoseAddressNobodyKnows() {
        join("far", 0, -1, "connector");

        assertThat(ports(0, 50)).containsOnly(8080);
    }

    @Test
    void shouldTellThoseWhoComeByTlsThePortForThem() {
        Grid far = grid.join("far");
        far.membership()
                .announce(new Member(
                        far.membership().self(), Set.of("connector"), new PublicAddress("", 9001, 9002), -1, false));
        TestClient secure =
                server.enter(new RecordingConnection(new Client("203.0.113.7", "game.example", 8081, true)));

        assertThat(connectors.choose(secure.view(), "ann")).isEqualTo(new ConnectorAddress("game.example", 9002));
        assertThat(port("ann")).isEqualTo(9001);
    }

    @Test
    void shouldKnowWhereThePagesOfOtherConnectorsComeFrom() {
        join("far", 9001, 0, "connector");

        assertThat(connectors.origins("game.example"))
                .containsExactlyInAnyOrder("http://game.example:9001", "https://game.example:9001");
    }

    private Membership join(String name, int port, long load, String type) {
        Grid end = grid.join(name);
        end.membership()
                .announce(
                        new Member(end.membership().self(), Set.of(type), new PublicAddress("", port, 0), load, false));
        return end.membership();
    }

    private Integer port(String key) {
        ConnectorAddress address = connectors.choose(server.enter().view(), key);
        return address.port();
    }

    private Set<Integer> ports(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> port("user" + i)).collect(java.util.stream.Collectors.toSet());
    }
}
