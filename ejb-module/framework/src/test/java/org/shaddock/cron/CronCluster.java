package org.shaddock.cron;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.PublicAddress;
import org.shaddock.grid.Grid;
import org.shaddock.grid.LocalGrid;
import org.shaddock.metrics.Counters;

/** Members with crons in this process, on one clock that stands still. */
final class CronCluster {

    private static final PublicAddress NOWHERE = new PublicAddress("", 0, 0);

    static final Instant START = Instant.parse("2026-11-25T16:00:00Z");

    private final LocalGrid grid = new LocalGrid(Runnable::run);
    private final List<Node> nodes = new ArrayList<>();
    private final Counters counters = new Counters();
    private Instant now = START;

    Node join(String name, CronPlan... plans) {
        return join(name, Set.of(), plans);
    }

    Node join(String name, Set<String> serverTypes, CronPlan... plans) {
        Node node = new Node(grid.join(name), List.of(plans));
        node.announce(serverTypes, false);
        node.table.start();
        nodes.add(node);
        return node;
    }

    void isolate(Node node) {
        grid.isolate(node.end.membership().self().name());
    }

    void heal() {
        grid.heal();
    }

    void advance(Duration time) {
        now = now.plus(time);
        nodes.stream().filter(node -> !node.hangs).forEach(node -> node.table.sweep());
    }

    void advanceSecondBySecond(int seconds) {
        for (int i = 0; i < seconds; i++) {
            advance(Duration.ofSeconds(1));
        }
    }

    Counters counters() {
        return counters;
    }

    static CronPlan plan(String name, String expression, boolean oncePerCluster, CronPlan.Action action) {
        return new CronPlan(name, CronExpression.parse(expression, ZoneOffset.UTC), "", "", oncePerCluster, action);
    }

    /** A member. */
    final class Node {

        private final Grid end;
        private final CronTable table;
        private boolean maySpeak = true;
        private boolean hangs;

        private Node(Grid end, List<CronPlan> plans) {
            this.end = end;
            InstantSource clock = () -> now;
            this.table = new CronTable(
                    plans,
                    new CronTurns(end.membership(), () -> maySpeak, end.ratchet()),
                    new CronTable.Environment(Runnable::run, clock, ZoneOffset.UTC, clock::millis, counters));
        }

        CronTable table() {
            return table;
        }

        void announce(Set<String> serverTypes, boolean draining) {
            end.membership().announce(new Member(end.membership().self(), serverTypes, NOWHERE, 0, draining));
        }

        /** Does not sweep any more, or does again. */
        void hang(boolean nowHangs) {
            hangs = nowHangs;
        }

        /** Is not sure any more that it is not cut off, or is again. */
        void maySpeak(boolean nowMay) {
            maySpeak = nowMay;
        }

        void kill() {
            nodes.remove(this);
            end.close();
        }
    }
}
