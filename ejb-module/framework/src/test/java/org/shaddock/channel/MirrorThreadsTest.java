package org.shaddock.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shaddock.cluster.MemberId;
import org.shaddock.remote.DirectNetwork;
import org.shaddock.remote.FixedMembership;
import org.shaddock.session.LoginPolicy;
import org.shaddock.testing.ClusterNode;
import org.shaddock.testing.ClusterNode.Ground;
import org.shaddock.testing.Crowd;
import org.shaddock.testing.Eventually;

/** Two members on real threads: nothing gets stuck, and both know the same in the end. */
class MirrorThreadsTest {

    private static final MemberId A = new MemberId("a", "1");
    private static final MemberId B = new MemberId("b", "1");
    private static final List<String> USERS = List.of("ann", "ben", "cay");

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final DirectNetwork network = new DirectNetwork();
    private final List<ClusterNode> nodes = List.of(node(A, B), node(B, A));

    @AfterEach
    void stop() {
        nodes.forEach(node -> node.peers.close());
        timer.shutdownNow();
        threads.shutdownNow();
    }

    @Test
    void shouldKnowTheSameWhenManyThreadsChangeEverythingOnBothMembers() throws Exception {
        Crowd.run(6, n -> {
            Random random = new Random(n);
            ClusterNode node = nodes.get(n % 2);
            for (int i = 0; i < 300; i++) {
                change(node, random);
            }
        });

        Eventually.holds(() -> users(0).equals(users(1)) && members(0).equals(members(1)));
        assertThat(members(0)).isEqualTo(members(1));
    }

    private static void change(ClusterNode node, Random random) {
        String user = USERS.get(random.nextInt(USERS.size()));
        switch (random.nextInt(6)) {
            case 0 -> node.enter(user);
            case 1 ->
                node.registry.of(user).stream()
                        .findAny()
                        .ifPresent(session -> node.connector.disconnected(session, "bye"));
            case 2 -> node.channels.create("room").leave(user);
            case 3 -> node.channels.create("room").push("onNoise", 1);
            default -> node.channels.create("room").add(user);
        }
    }

    private Set<String> members(int node) {
        return Set.copyOf(nodes.get(node).channels.create("room").members());
    }

    private Set<Object> users(int node) {
        return Set.copyOf(USERS.stream()
                .flatMap(user -> nodes.get(node).sessions.of(user).stream())
                .map(Object.class::cast)
                .toList());
    }

    private ClusterNode node(MemberId self, MemberId other) {
        Ground ground = new Ground(
                threads,
                System::currentTimeMillis,
                network.wire(),
                action -> timer.scheduleWithFixedDelay(action, 50, 50, TimeUnit.MILLISECONDS));
        return new ClusterNode(new FixedMembership(self, other), LoginPolicy.ALLOW, ground);
    }
}
