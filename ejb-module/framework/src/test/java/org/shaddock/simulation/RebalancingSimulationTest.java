package org.shaddock.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shaddock.api.AreaId;
import org.shaddock.simulation.SimulatedNetwork.Terms;
import org.shaddock.testing.LogRecorder;

/** Areas are spread again when a server joins those that hold them all. */
class RebalancingSimulationTest {

    private static final List<AreaId> ROOMS = IntStream.range(0, 12)
            .mapToObj(number -> new AreaId("room", "r" + number))
            .toList();

    private final Simulation simulation = new Simulation(1);
    private final SimulatedGrid grid = new SimulatedGrid(simulation, new SimulatedNetwork(simulation, Terms.GOOD));
    private final List<SimulatedServer> servers = new ArrayList<>();
    private final Births births = new Births();

    @BeforeEach
    void openAllRoomsOnTwoServers() {
        start("m1");
        start("m2");
        simulation.run(5_000);
        for (AreaId room : ROOMS) {
            servers.get(0).framework().areas().open(room);
            simulation.run(100);
        }
    }

    @Test
    void shouldSpreadAreasEvenlyWhenAServerJoins() {
        assertThat(held()).containsExactly(6, 6);

        startThird();

        assertThat(held()).containsExactly(4, 4, 4);
    }

    @Test
    void shouldTakeAlongWhatTheAreasSave() {
        startThird();

        assertThat(births.count).isEqualTo(ROOMS.size());
    }

    private List<Integer> held() {
        return servers.stream().map(server -> server.speaking().size()).toList();
    }

    private void startThird() {
        try (LogRecorder log = LogRecorder.of("org.shaddock.runtime.Rebalancing")) {
            start("m3");
            simulation.run(10_000);

            assertThat(log.lines()).containsOnly("INFO: 2 areas move to other members.");
        }
    }

    private void start(String name) {
        SimulatedMember member = new SimulatedMember(grid, new SimulatedProcess(simulation, name, 1));
        SimulatedServer server = new SimulatedServer(member, simulation, births);
        servers.add(server);
        member.process().execute(server::start);
    }

    private static final class Births implements SimulatedRooms.Chronicle {

        private long count;

        @Override
        public long nextBirth() {
            return ++count;
        }

        @Override
        public void wrong(String what) {
            throw new AssertionError(what);
        }
    }
}
