package org.shaddock.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.shaddock.it.Guest;
import org.shaddock.it.PomeloClient;

/** What a member that ends costs its rooms, and that it costs the others nothing. */
@Tag("cluster")
class FailoverIT {

    /** A member that has just begun holds few rooms, so the next ones go there; sooner or later the others get some again. */
    private static final int MAX_ROOMS = 90;

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final TestCluster cluster = TestCluster.mended();
    private String room = "";

    @BeforeEach
    void nameTheRoom(TestInfo test) {
        room = test.getTestMethod().orElseThrow().getName();
    }

    @Test
    void shouldServeARoomAgainWhenItsMemberIsKilled() {
        try (Player scout = new Player(cluster, "scout", room, "m1")) {
            String owner = scout.enter().member();
            String next = cluster.other(owner);
            try (Player ann = enter("ann", room, next);
                    Player ben = enter("ben", room, cluster.other(owner, next))) {
                cluster.kill(owner);
                long killedNanos = System.nanoTime();
                Answer first = ann.who();

                System.out.printf(
                        "Room served again after a kill: %d ms%n", (first.cameNanos() - killedNanos) / NANOS_PER_MILLI);
                assertThat(first.member()).isNotEqualTo(owner);
                ben.say(1);
                assertThat(ann.client().push("onSaid")).isEqualTo(Map.of("author", "ben", "number", 1L));
                assertThat(List.of(ann, ben)).allMatch(Player::hasStayed).allMatch(this::wasNeverRefused);
            }
        }
    }

    @Test
    void shouldNotDisturbTheRoomsOfOthersWhenAMemberIsKilled() {
        List<Player> players = new ArrayList<>();
        String victim = "m3";
        List<Player> bystanders = new ArrayList<>();
        for (int number = 0; number < MAX_ROOMS && bystanders.size() < 3; number++) {
            Player player = enter("ann", room + number, number % 2 == 0 ? "m1" : "m2");
            players.add(player);
            if (!player.who().member().equals(victim)) {
                bystanders.add(player);
            }
        }
        Map<Player, String> lives = lives(bystanders);
        try (Watch watch = new Watch(bystanders)) {
            cluster.kill(victim);
            for (int times = 0; times < 50; times++) {
                Player.pause();
            }
            watch.end();

            assertThat(bystanders).isNotEmpty().allMatch(Player::hasStayed).allMatch(this::wasNeverRefused);
            assertThat(lives(bystanders)).isEqualTo(lives);
        } finally {
            players.forEach(Player::close);
        }
    }

    @Test
    void shouldHandRoomsOverWithAllTheyKnowWhenAMemberIsStoppedInOrder() {
        try (Player scout = new Player(cluster, "scout", room, "m1")) {
            String owner = scout.enter().member();
            String next = cluster.other(owner);
            try (Player ann = enter("ann", room, next);
                    Player ben = enter("ben", room, cluster.other(owner, next))) {
                LongStream.rangeClosed(1, 10).forEach(ann::say);
                CompletableFuture<Void> stop = CompletableFuture.runAsync(() -> cluster.terminate(owner));
                for (long number = 11; !stop.isDone() || number <= 50; number++) {
                    ann.say(number);
                }

                List<Long> said = said(ben, "ann");
                assertThat(said)
                        .hasSizeGreaterThanOrEqualTo(50)
                        .isEqualTo(
                                LongStream.rangeClosed(1, said.size()).boxed().toList());
                assertThat(ben.who().member()).isNotEqualTo(owner);
                assertThat(List.of(ann, ben)).allMatch(Player::hasStayed).allMatch(this::wasNeverRefused);
            }
        }
    }

    @Test
    void shouldSendNobodyToAConnectorThatIsGone() {
        long gone = cluster.uri("m3").getPort();
        try (PomeloClient client = PomeloClient.connect(cluster.uri("m1"))) {
            cluster.kill("m3");
            enter("ann", room, "m1").close();
            for (int times = 0; times < 100; times++) {
                Player.pause();
            }

            Set<Object> ports = new HashSet<>();
            for (int number = 0; number < 30; number++) {
                ports.add(client.ask(Guest.QUERY_ENTRY, Map.of("uid", "guest " + number))
                        .get("port"));
            }
            assertThat(ports).isNotEmpty().doesNotContain(gone).doesNotContainNull();
        }
    }

    @Test
    void shouldGiveNewRoomsToAMemberThatJoins() {
        cluster.start(TestCluster.FOURTH);
        cluster.awaitReady(TestCluster.FOURTH);
        Set<String> holders = new HashSet<>();
        for (int number = 0; number < 16; number++) {
            try (Player player = new Player(cluster, "ann", room + number, "m1")) {
                holders.add(player.enter().member());
            }
        }

        assertThat(holders).contains(TestCluster.FOURTH);
    }

    private Player enter(String name, String where, String member) {
        Player player = new Player(cluster, name, where, member);
        player.enter();
        return player;
    }

    private boolean wasNeverRefused(Player player) {
        return player.refusals().isEmpty();
    }

    private static Map<Player, String> lives(List<Player> players) {
        return players.stream().collect(Collectors.toMap(player -> player, player -> player.who()
                .life()));
    }

    private static List<Long> said(Player player, String author) {
        return player.said(author).stream().map(Long.class::cast).toList();
    }
}
