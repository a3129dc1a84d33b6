package org.shaddock.cron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.shaddock.api.CronStatus;
import org.shaddock.testing.LogRecorder;

class CronTableTest {

    private final CronCluster cluster = new CronCluster();
    private final CronCluster.Node a = cluster.join("a");
    private final List<Instant> runs = new ArrayList<>();

    @Test
    void shouldRunForTheInstantThatIsDueAndNotBefore() {
        a.table().add("tea", "*/10 * * * * *", runs::add);
        cluster.advance(Duration.ofMillis(9_900));
        assertThat(runs).isEmpty();

        cluster.advance(Duration.ofMillis(250));
        cluster.advance(Duration.ofMillis(250));

        assertThat(runs).containsExactly(CronCluster.START.plusSeconds(10));
    }

    @Test
    void shouldDoWhatAnotherOneDoesAtTimesOfItsOwn() {
        a.table().add("tea", "0 0 0 1 1 *", runs::add);

        assertThat(a.table().addLike("more tea", "*/30 * * * * *", "tea")).isTrue();

        cluster.advanceSecondBySecond(60);
        assertThat(runs).hasSize(2);
        assertThat(a.table().addLike("coffee", "*/30 * * * * *", "cocoa")).isFalse();
        assertThat(a.table().list()).extracting(CronStatus::name).containsExactly("more tea", "tea");
    }

    @Test
    void shouldRunAgainAndAgain() {
        a.table().add("tea", "*/10 * * * * *", runs::add);

        cluster.advanceSecondBySecond(60);

        assertThat(runs).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void shouldRunOnceForAllThatItMissed() {
        a.table().add("tea", "*/10 * * * * *", runs::add);

        cluster.advance(Duration.ofSeconds(47));
        cluster.advance(Duration.ofSeconds(1));

        assertThat(runs).containsExactly(CronCluster.START.plusSeconds(40));
    }

    @Test
    void shouldNotRunTwiceWhenTheClockIsPutBack() {
        a.table().add("tea", "*/10 * * * * *", runs::add);
        cluster.advance(Duration.ofSeconds(11));

        cluster.advance(Duration.ofSeconds(-5));
        cluster.advanceSecondBySecond(8);

        assertThat(runs).containsExactly(CronCluster.START.plusSeconds(10));
    }

    @Test
    void shouldLeaveOutWhatIsDueWhileItStillRunsAndWarnOnce() {
        CompletableFuture<Void> end = new CompletableFuture<>();
        CronCluster.Node node = cluster.join("b", plan("slow", due -> {
            runs.add(due);
            return end;
        }));

        try (LogRecorder log = LogRecorder.of(CronJob.class)) {
            cluster.advanceSecondBySecond(3);
            assertThat(log.lines()).singleElement().asString().startsWith("WARNING: The cron slow still runs");
        }

        assertThat(runs).hasSize(1);
        assertThat(status(node)).isEqualTo("running true, runs 1, failures 0, skipped 2, last 0 ms");
        end.complete(null);
        cluster.advanceSecondBySecond(1);
        assertThat(runs).hasSize(2);
    }

    @Test
    void shouldCountWhatFailsAndGoOn() {
        CronCluster.Node node = cluster.join("b", plan("bad", due -> {
            throw new IllegalStateException("no");
        }));

        try (LogRecorder log = LogRecorder.of(CronJob.class)) {
            cluster.advanceSecondBySecond(2);
            assertThat(log.lines()).hasSize(2).allMatch(line -> line.equals("SEVERE: The cron bad failed."));
        }

        assertThat(status(node)).isEqualTo("running false, runs 2, failures 2, skipped 0, last 0 ms");
        assertThat(cluster.counters().value("cron.failures")).isEqualTo(2);
    }

    @Test
    void shouldCountAnErrorAndAStageThatFails() {
        CronCluster.Node node = cluster.join(
                "b",
                plan("error", due -> {
                    throw new AssertionError("no");
                }),
                plan("stage", due -> CompletableFuture.failedFuture(new IllegalStateException("no"))));

        try (LogRecorder log = LogRecorder.of(CronJob.class)) {
            cluster.advanceSecondBySecond(1);
            assertThat(log.records()).hasSize(2);
        }

        assertThat(node.table().list()).extracting(CronStatus::failures).containsExactly(1L, 1L);
    }

    @Test
    void shouldTellHowLongARunTook() {
        CompletableFuture<Void> end = new CompletableFuture<>();
        CronCluster.Node node = cluster.join("b", plan("slow", due -> end));
        cluster.advanceSecondBySecond(1);

        cluster.advance(Duration.ofMillis(300));
        end.complete(null);

        assertThat(status(node)).isEqualTo("running false, runs 1, failures 0, skipped 0, last 300 ms");
    }

    @Test
    void shouldListCronsByNameWithTheirNextRun() {
        a.table().add("tea", "0 0 17 * * *", runs::add);
        a.table().addOncePerCluster("prize", "0 0 0 1 * *", runs::add);

        assertThat(a.table().list())
                .containsExactly(
                        new CronStatus(
                                "prize", "0 0 0 1 * *", true, Instant.parse("2026-12-01T00:00:00Z"), false, 0, 0, 0, 0),
                        new CronStatus(
                                "tea",
                                "0 0 17 * * *",
                                false,
                                Instant.parse("2026-11-25T17:00:00Z"),
                                false,
                                0,
                                0,
                                0,
                                0));
    }

    @Test
    void shouldNotRunWhatWasRemoved() {
        a.table().add("tea", "* * * * * *", runs::add);

        assertThat(a.table().remove("tea")).isTrue();
        cluster.advanceSecondBySecond(2);

        assertThat(runs).isEmpty();
        assertThat(a.table().remove("tea")).isFalse();
    }

    @Test
    void shouldTakeTheNameOfWhatWasRemoved() {
        a.table().add("tea", "0 0 17 * * *", runs::add);
        a.table().remove("tea");
        a.table().add("tea", "* * * * * *", runs::add);

        cluster.advanceSecondBySecond(1);

        assertThat(runs).hasSize(1);
    }

    @Test
    void shouldRefuseANameThatIsTaken() {
        a.table().add("tea", "* * * * * *", runs::add);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> a.table().add("tea", "* * * * * *", runs::add))
                .withMessage("There is a cron 'tea' already: remove it first, or take another name.");
    }

    @Test
    void shouldRefuseToHaveNoName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> a.table().add(" ", "* * * * * *", runs::add))
                .withMessageContaining("needs a name");
    }

    @Test
    void shouldRefuseAnExpressionThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> a.table().add("tea", "often", runs::add))
                .withMessageStartingWith("'often' is no cron: ");
    }

    @Test
    void shouldRefuseToGrowWithoutBound() {
        for (int i = 0; i < 10_000; i++) {
            a.table().add("cron " + i, "0 0 0 1 1 *", runs::add);
        }

        assertThatIllegalStateException()
                .isThrownBy(() -> a.table().add("one more", "0 0 0 1 1 *", runs::add))
                .withMessageContaining("10000 crons already");
    }

    @Test
    void shouldBeginNothingOnceItIsStopped() {
        a.table().add("tea", "* * * * * *", runs::add);

        a.table().stop();
        cluster.advanceSecondBySecond(2);

        assertThat(runs).isEmpty();
    }

    private static CronPlan plan(String name, CronPlan.Action action) {
        return CronCluster.plan(name, "* * * * * *", false, action);
    }

    private static String status(CronCluster.Node node) {
        CronStatus cron = node.table().list().get(0);
        return "running " + cron.running() + ", runs " + cron.runs() + ", failures " + cron.failures() + ", skipped "
                + cron.skipped() + ", last " + cron.lastMillis() + " ms";
    }
}
