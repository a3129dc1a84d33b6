package org.shaddock.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.shaddock.it.Eventually;
import org.shaddock.it.PomeloClient;

/** Calls of a {@code @Remote} interface between real members: where they go, and how they end when nobody answers. */
@Tag("cluster")
class RemoteAcrossMembersIT {

    private static final long TIMED_OUT = 1408;
    private static final long UNREACHABLE = 1502;

    private final TestCluster cluster = TestCluster.mended();
    private String key = "";

    @BeforeEach
    void nameTheKey(TestInfo test) {
        key = test.getTestMethod().orElseThrow().getName();
    }

    @Test
    void shouldBeAnsweredByTheMemberThatIsAsked() {
        for (String member : TestCluster.NAMES) {
            assertThat(ask("m1", "lightOf", member)).containsEntry("member", member);
        }
    }

    @Test
    void shouldBringCallsWithOneKeyToOneMemberWhereverTheyComeFrom() {
        Set<Object> answering = new HashSet<>();
        for (String each : IntStream.range(0, 30).mapToObj(Integer::toString).toList()) {
            Object member = light("m1", each);
            assertThat(light("m2", each)).isEqualTo(member);
            assertThat(light("m3", each)).isEqualTo(member);
            answering.add(member);
        }

        assertThat(answering).containsExactlyInAnyOrderElementsOf(TestCluster.NAMES);
    }

    @Test
    void shouldGiveUpAndTellTheOtherMemberToStopWhenTheTimeIsUp() {
        assertThat(ask("m1", "briefly", "m2")).containsEntry("code", TIMED_OUT);

        Eventually.holds("the call is called off on m2", has("m2", "calledOff"));
    }

    @Test
    void shouldEndACallUnderWayWhenItsMemberIsKilled() {
        try (PomeloClient client = PomeloClient.connect(cluster.uri("m1"))) {
            CompletableFuture<Map<String, Object>> answer = client.request(route("forever"), call("m3"));
            Eventually.holds("the call is under way on m3", has("m3", "waiting"));

            cluster.kill("m3");

            assertThat(PomeloClient.await(answer)).containsEntry("code", UNREACHABLE);
        }
    }

    @Test
    void shouldAskAnotherMemberWhenTheFirstIsKilled() {
        String served = IntStream.range(0, 1000)
                .mapToObj(number -> key + number)
                .filter(each -> light("m1", each).equals("m3"))
                .findFirst()
                .orElseThrow();
        cluster.kill("m3");

        Map<String, Object> answer = PomeloClient.await(request("m1", "surely", served, ""));
        assertThat(answer)
                .hasEntrySatisfying("member", member -> assertThat(member).isIn("m1", "m2"));
    }

    private BooleanSupplier has(String member, String what) {
        return () -> Long.valueOf(1).equals(ask("m1", "lightOf", member).get(what));
    }

    private Object light(String from, String each) {
        return PomeloClient.await(request(from, "light", each, "")).getOrDefault("member", "nobody");
    }

    private Map<String, Object> ask(String from, String method, String member) {
        return PomeloClient.await(request(from, method, key, member));
    }

    private CompletableFuture<Map<String, Object>> request(String from, String method, String each, String member) {
        PomeloClient client = PomeloClient.connect(cluster.uri(from));
        return client.request(route(method), call(each, member)).whenComplete((answer, error) -> client.vanish());
    }

    private Map<String, Object> call(String member) {
        return call(key, member);
    }

    private static Map<String, Object> call(String key, String member) {
        return Map.of("key", key, "member", member);
    }

    private static String route(String method) {
        return "lobby.beaconHandler." + method;
    }
}
