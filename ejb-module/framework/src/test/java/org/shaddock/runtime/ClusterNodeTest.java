package org.shaddock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shaddock.cluster.LeaseTerms;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.PublicAddress;
import org.shaddock.grid.Grid;
import org.shaddock.grid.LocalGrid;
import org.shaddock.metrics.Counters;
import org.shaddock.remote.PeerSettings;
import org.shaddock.session.Connector;
import org.shaddock.testing.ManualClock;
import org.shaddock.testing.QueuedExecutor;

class ClusterNodeTest {

    private final QueuedExecutor pool = new QueuedExecutor();
    private final Grid grid = new LocalGrid(pool).join("m1");
    private final ClusterNode node = new ClusterNode(
            grid,
            new ClusterSettings(
                    false, LeaseTerms.standard(0), ClusterSettings.Placement.LEAST_LOADED, Map.of(), 1, 0, 1000, 1000),
            new PeerSettings(1000, 10),
            new Surroundings(
                    new Connector.Environment(pool, new ManualClock(), new Counters()),
                    (action, delayMillis) -> () -> {},
                    pool,
                    pool,
                    pool,
                    pool,
                    InstantSource.system(),
                    new Random(1)));

    @BeforeEach
    void start() {
        node.start(
                new Member(grid.membership().self(), Set.of("room"), new PublicAddress("127.0.0.1", 1, 0), 0, false));
        pool.runAll();
    }

    @Test
    void shouldStayDrainedWhenItsLoadChangesBeforeThatHasComeBack() {
        node.drain();
        node.load(100);
        pool.runAll();

        assertThat(announced().draining()).isTrue();
        assertThat(announced().load()).isEqualTo(100);
    }

    @Test
    void shouldTellOfItsLoadOnlyWhenThatHasChangedByMuch() {
        node.load(100);
        node.load(104);
        pool.runAll();
        long afterSmallChange = announced().load();
        node.load(106);
        pool.runAll();

        assertThat(afterSmallChange).isEqualTo(100);
        assertThat(announced().load()).isEqualTo(106);
    }

    private Member announced() {
        return grid.membership().view().find(grid.membership().self()).orElseThrow();
    }
}
