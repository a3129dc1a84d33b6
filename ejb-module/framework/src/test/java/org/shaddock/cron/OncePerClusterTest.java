package org.shaddock.cron;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.shaddock.testing.LogRecorder;

class OncePerClusterTest {

    private final CronCluster cluster = new CronCluster();
    private final List<Instant> runs = new ArrayList<>();
    private final List<String> where = new ArrayList<>();
    private final List<CronCluster.Node> nodes = List.of(join("a"), join("b"), join("c"));

    @Test
    void shouldRunEachInstantOnOneMember() {
        cluster.advanceSecondBySecond(60);

        assertThat(runs).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void shouldStayOnTheSameMemberAsLongAsItIsThere() {
        cluster.advanceSecondBySecond(60);

        assertThat(where).containsOnly(where.get(0));
    }

    @Test
    void shouldGoOnElsewhereWhenItsMemberIsLost() {
        cluster.advanceSecondBySecond(15);
        owner().kill();

        cluster.advanceSecondBySecond(45);

        assertThat(runs).hasSize(6).doesNotHaveDuplicates();
        assertThat(where).last().isNotEqualTo(where.get(0));
    }

    @Test
    void shouldRunElsewhereAMomentLaterWhenItsMemberHangs() {
        cluster.advanceSecondBySecond(15);
        CronCluster.Node owner = owner();
        owner.hang(true);

        cluster.advance(Duration.ofMillis(5_900));
        assertThat(runs).hasSize(1);
        cluster.advance(Duration.ofMillis(200));

        assertThat(runs).hasSize(2);
        owner.hang(false);
        cluster.advanceSecondBySecond(3);
        assertThat(runs).hasSize(2);
    }

    @Test
    void shouldNotRunOnAMemberThatMayBeCutOff() {
        cluster.advanceSecondBySecond(15);
        CronCluster.Node owner = owner();
        owner.maySpeak(false);
        cluster.isolate(owner);

        cluster.advanceSecondBySecond(10);
        cluster.heal();
        owner.maySpeak(true);
        cluster.advanceSecondBySecond(1);

        assertThat(runs).hasSize(2).doesNotHaveDuplicates();
        assertThat(where.get(1)).isNotEqualTo(where.get(0));
    }

    @Test
    void shouldRunLateWhenNoneWasSureOfTheOthersInTime() {
        nodes.forEach(node -> node.maySpeak(false));
        cluster.advanceSecondBySecond(14);
        assertThat(runs).isEmpty();

        nodes.forEach(node -> node.maySpeak(true));
        cluster.advanceSecondBySecond(1);

        assertThat(runs).containsExactly(CronCluster.START.plusSeconds(10));
    }

    @Test
    void shouldNotBeFirstOnAMemberThatIsAboutToStop() {
        cluster.advanceSecondBySecond(15);
        owner().announce(Set.of(), true);

        cluster.advanceSecondBySecond(10);

        assertThat(where).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void shouldNotRunElsewhereWhatIsLeftOutSinceItStillRuns() {
        CompletableFuture<Void> end = new CompletableFuture<>();
        List<Instant> begun = new ArrayList<>();
        CronPlan slow = CronCluster.plan("slow", "*/10 * * * * *", true, due -> {
            begun.add(due);
            return end;
        });
        cluster.join("d", slow);
        cluster.join("e", slow);

        try (LogRecorder log = LogRecorder.of(CronJob.class)) {
            cluster.advanceSecondBySecond(35);
            assertThat(log.lines()).singleElement().asString().contains("still runs");
        }

        assertThat(begun).hasSize(1);
    }

    @Test
    void shouldFailWhenTheGridDoesNotAnswer() {
        CronCluster.Node lost = cluster.join("d", plan("lost", "d"));
        nodes.forEach(CronCluster.Node::kill);
        lost.kill();

        try (LogRecorder log = LogRecorder.of(CronJob.class)) {
            cluster.advance(Duration.ofSeconds(12));
            lost.table().sweep();
            assertThat(log.lines()).containsExactly("SEVERE: The cron lost failed.");
        }

        assertThat(lost.table().list().get(0).failures()).isOne();
        assertThat(runs).isEmpty();
    }

    private CronCluster.Node join(String name) {
        return cluster.join(name, plan("prize", name));
    }

    private CronPlan plan(String cron, String member) {
        return CronCluster.plan(cron, "*/10 * * * * *", true, due -> {
            runs.add(due);
            where.add(member);
            return null;
        });
    }

    private CronCluster.Node owner() {
        return nodes.get("abc".indexOf(where.get(0)));
    }
}
