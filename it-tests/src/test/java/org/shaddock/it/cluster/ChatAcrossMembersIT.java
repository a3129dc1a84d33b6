package org.shaddock.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaddock.it.Guest.EVERYBODY;
import static org.shaddock.it.Guest.QUERY_ENTRY;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.shaddock.it.Eventually;
import org.shaddock.it.Guest;
import org.shaddock.it.PomeloClient;

/** The chat demo on three members does what it does on one, wherever its guests are connected. */
@Tag("cluster")
class ChatAcrossMembersIT {

    private static final Duration SILENCE = Duration.ofMillis(300);

    private final TestCluster cluster = TestCluster.mended();
    private String room = "";

    @BeforeEach
    void nameTheRoom(TestInfo test) {
        room = test.getTestMethod().orElseThrow().getName();
    }

    @Test
    void shouldTellWhoIsThereWhereverTheyAreConnected() {
        try (Guest ann = enter("m1", "ann");
                Guest ben = new Guest(PomeloClient.connect(cluster.uri("m2")), "ben", room);
                Guest cyd = new Guest(PomeloClient.connect(cluster.uri("m3")), "cyd", room)) {
            assertThat(ben.ask()).isEqualTo(Guest.users("ann", "ben"));
            assertThat(cyd.ask()).isEqualTo(Guest.users("ann", "ben", "cyd"));
            assertThat(List.of(ann.newcomer(), ann.newcomer(), ben.newcomer())).containsExactly("ben", "cyd", "cyd");
        }
    }

    @Test
    void shouldReachEverybodyInTheRoomAndNobodyElse() {
        try (Guest ann = enter("m1", "ann");
                Guest ben = enter("m2", "ben");
                Guest cyd = enter("m3", "cyd");
                Guest eve = Guest.enter(cluster.uri("m2"), "eve", room + "2")) {
            ann.say("hi", EVERYBODY);

            Map<String, Object> chat = Map.of("msg", "hi", "from", "ann", "target", EVERYBODY);
            assertThat(List.of(ann.hear(), ben.hear(), cyd.hear())).containsOnly(chat);
            assertThat(eve.client().push("onChat", SILENCE)).isNull();
        }
    }

    @Test
    void shouldReachOneGuestOnlyWhenTheMessageIsPrivate() {
        try (Guest ann = enter("m1", "ann");
                Guest ben = enter("m2", "ben");
                Guest eve = enter("m3", "eve")) {
            ann.say("psst", "ben");

            assertThat(ben.hear()).isEqualTo(Map.of("msg", "psst", "from", "ann", "target", "ben"));
            assertThat(eve.client().push("onChat", SILENCE)).isNull();
            assertThat(ann.client().pushes("onChat")).isEmpty();
        }
    }

    @Test
    void shouldKeepTheOrderOfOneGuestsMessages() {
        List<String> texts = IntStream.range(0, 100).mapToObj(Integer::toString).toList();
        try (Guest ann = enter("m1", "ann");
                Guest ben = enter("m2", "ben");
                Guest cyd = enter("m3", "cyd")) {
            texts.forEach(text -> ann.client().notify(Guest.SEND, Map.of("content", text, "target", EVERYBODY)));

            assertThat(texts.stream().map(text -> ben.hear().get("msg")).toList())
                    .isEqualTo(texts);
            assertThat(texts.stream().map(text -> cyd.hear().get("msg")).toList())
                    .isEqualTo(texts);
        }
    }

    @Test
    void shouldRefuseANameThatIsTakenOnAnotherMemberUntilItIsFreeAgain() {
        Guest ann = enter("m1", "ann");
        try (Guest other = new Guest(PomeloClient.connect(cluster.uri("m2")), "ann", room)) {
            assertThat(other.ask()).isEqualTo(Map.of("code", 500L, "error", true));
            ann.close();
            Eventually.holds("the name is free", () -> other.ask().containsKey("users"));
        }
    }

    @Test
    void shouldTellTheOthersWhenSomebodyOnAnotherMemberHangsUp() {
        try (Guest ann = enter("m1", "ann")) {
            enter("m2", "ben").close();
            enter("m3", "cyd").client().vanish();

            assertThat(List.of(ann.leaver(), ann.leaver())).containsExactly("ben", "cyd");
        }
    }

    @Test
    void shouldSpreadRoomsOverAllMembers() {
        Set<String> holders = new HashSet<>();
        for (int number = 0; number < 12; number++) {
            try (Player player = new Player(cluster, "ann", room + number, "m1")) {
                holders.add(player.enter().member());
            }
        }

        assertThat(holders).containsExactlyInAnyOrderElementsOf(TestCluster.NAMES);
    }

    @Test
    void shouldSendClientsOfAnyGateToConnectorsThatLive() {
        Set<Object> ports = TestCluster.NAMES.stream()
                .map(name -> (long) cluster.uri(name).getPort())
                .collect(Collectors.toSet());
        try (PomeloClient client = PomeloClient.connect(cluster.uri("m2"))) {
            Set<Object> answers = new HashSet<>();
            for (int number = 0; number < 30; number++) {
                Map<String, Object> answer = client.ask(QUERY_ENTRY, Map.of("uid", "guest " + number));
                assertThat(answer).containsEntry("code", 200L).containsEntry("host", "127.0.0.1");
                answers.add(answer.get("port"));
            }

            assertThat(ports).containsAll(answers);
        }
    }

    private Guest enter(String member, String name) {
        return Guest.enter(cluster.uri(member), name, room);
    }
}
