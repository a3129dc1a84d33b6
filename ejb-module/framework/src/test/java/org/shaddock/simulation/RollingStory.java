package org.shaddock.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.shaddock.area.LocalArea;

/**
 * One random story of a cluster whose servers are drained, stopped and started again, one after the other, while some clients talk
 * in one room and go where they are asked to. Nothing that the room has confirmed may escape any of them.
 */
final class RollingStory {

    private static final int SERVERS = 3;
    private static final int WANDERERS = 3;
    private static final int FIRST_PORT = 1000;
    private static final long LOOK_MILLIS = 100;
    private static final long PATIENCE_MILLIS = 40_000;

    private final long seed;
    private final Simulation simulation;
    private final SimulatedNetwork network;
    private final SimulatedGrid grid;
    private final Map<String, SimulatedServer> servers = new TreeMap<>();
    private final List<SimulatedWanderer> wanderers = new ArrayList<>();
    private final List<String> story = new ArrayList<>();
    private boolean talking = true;
    private String speaker = "";
    private String wrong = "";
    private long births;

    RollingStory(long seed, SimulatedNetwork.Terms quality) {
        this.seed = seed;
        simulation = new Simulation(seed);
        network = new SimulatedNetwork(simulation, quality);
        grid = new SimulatedGrid(simulation, network);
        for (int i = 0; i < SERVERS; i++) {
            start("m" + i);
        }
        simulation.afterEachEvent(this::check);
    }

    /** Rolls all servers and says how many lines were confirmed. Throws what went wrong, with the seed and the story so far. */
    long tell() {
        try {
            simulation.run(3_000);
            for (int i = 0; i < WANDERERS; i++) {
                wanderers.add(new SimulatedWanderer(
                        "u" + i, servers.get("m" + i % SERVERS), this::at, this::wrong, this::tell));
            }
            until(() -> wanderers.stream().allMatch(SimulatedWanderer::isAtHome));
            talkSoon();
            for (int i = 0; i < SERVERS; i++) {
                simulation.run(1_000);
                roll("m" + i);
            }
            until(() -> wanderers.stream().allMatch(SimulatedWanderer::isAtHome));
            talking = false;
            simulation.run(5_000);
            return allHaveHeardAll();
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError(
                    "Seed " + seed + ": " + failure.getMessage() + "\n" + String.join("\n", story), failure);
        }
    }

    private void roll(String name) {
        SimulatedServer server = servers.get(name);
        tell(() -> server.member() + " is drained");
        CompletableFuture<Void> empty = server.framework().drain();
        until(empty::isDone);
        tell(() -> server.member() + " stops");
        server.framework().stop();
        simulation.run(20);
        server.member().process().kill();
        grid.review();
        simulation.run(simulation.random().nextLong(1_000));
        start(name);
        until(() -> servers.values().stream()
                .allMatch(each -> each.framework().membership().view().size() == SERVERS
                        && each.framework().isReady()));
        tell(() -> name + " is ready");
    }

    private void start(String name) {
        SimulatedMember member = new SimulatedMember(grid, new SimulatedProcess(simulation, name, 1));
        int port = FIRST_PORT + Integer.parseInt(name.substring(1));
        SimulatedServer server = new SimulatedServer(
                member,
                simulation,
                new Births(),
                Map.of(
                        "shaddock.connector.public-port",
                        String.valueOf(port),
                        "shaddock.cluster.rebalance-threshold",
                        "0"));
        servers.put(name, server);
        tell(() -> member + " starts");
        member.process().execute(server::start);
    }

    private void talkSoon() {
        simulation.in(simulation.upToMillis(60), () -> {
            if (talking) {
                wanderers.get(simulation.random().nextInt(WANDERERS)).say();
                talkSoon();
            }
        });
    }

    private SimulatedServer at(String url) {
        return servers.get("m" + (Integer.parseInt(url.replaceAll(".*:(\\d+)/", "$1")) - FIRST_PORT));
    }

    private void until(Supplier<Boolean> condition) {
        long end = simulation.nowMicros() + PATIENCE_MILLIS * 1000;
        while (!condition.get()) {
            if (simulation.nowMicros() > end) {
                throw new AssertionError("Not in time: " + wanderers);
            }
            simulation.run(LOOK_MILLIS);
            wanderers.forEach(SimulatedWanderer::live);
        }
    }

    private long allHaveHeardAll() {
        long confirmed = 0;
        for (SimulatedWanderer speaker : wanderers) {
            for (SimulatedClient client : speaker.lives()) {
                for (int n : client.confirmations()) {
                    confirmed++;
                    for (SimulatedWanderer hearer : wanderers) {
                        if (!hearer.hasHeard(client, n)) {
                            throw new AssertionError(
                                    hearer + " did not hear what " + client.user() + " said: " + n + counts());
                        }
                    }
                }
            }
        }
        return confirmed;
    }

    private String counts() {
        StringBuilder known = new StringBuilder();
        servers.values().forEach(server -> known.append("\n")
                .append(server.member())
                .append(" ")
                .append(server.counters().snapshot()));
        return known.toString();
    }

    private void check() {
        if (!wrong.isEmpty()) {
            throw new AssertionError(wrong);
        }
        for (SimulatedServer server : servers.values()) {
            for (LocalArea area : server.speaking()) {
                String now = server.member() + " speaks for " + area.id() + "#" + area.epoch();
                if (!now.equals(speaker)) {
                    speaker = now;
                    tell(() -> now);
                }
            }
        }
    }

    private void wrong(String what) {
        wrong = what;
    }

    private void tell(Supplier<String> what) {
        story.add(simulation.nowMicros() / 1000 + " ms: " + what.get());
    }

    private final class Births implements SimulatedRooms.Chronicle {

        @Override
        public long nextBirth() {
            tell(() -> "room life " + (births + 1) + " begins");
            return ++births;
        }

        @Override
        public void wrong(String what) {
            wrong = what;
        }
    }
}
