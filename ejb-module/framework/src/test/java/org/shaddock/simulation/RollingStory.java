package org.shaddock.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
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

    private final Simulation simulation;
    private final SimulatedNetwork network;
    private final SimulatedGrid grid;
    private final Map<String, SimulatedServer> servers = new TreeMap<>();
    private final List<SimulatedWanderer> wanderers = new ArrayList<>();
    private final Story story;
    private final Births births;
    private boolean talking = true;
    private String speaker = "";

    RollingStory(long seed, SimulatedNetwork.Terms quality) {
        simulation = new Simulation(seed);
        story = new Story(seed, simulation);
        births = new Births(story);
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
                wanderers.add(new SimulatedWanderer("u" + i, servers.get("m" + i % SERVERS), this::at, story));
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
            throw story.failed(failure);
        }
    }

    private void roll(String name) {
        SimulatedServer server = servers.get(name);
        story.tell(server.member() + " is drained");
        CompletableFuture<Void> empty = server.framework().drain();
        until(empty::isDone);
        story.tell(server.member() + " stops");
        server.framework().stop();
        simulation.run(20);
        server.member().process().kill();
        grid.review();
        simulation.run(simulation.random().nextLong(1_000));
        start(name);
        until(() -> servers.values().stream()
                .allMatch(each -> each.framework().membership().view().size() == SERVERS
                        && each.framework().isReady()));
        story.tell(name + " is ready");
    }

    private void start(String name) {
        SimulatedMember member = new SimulatedMember(grid, new SimulatedProcess(simulation, name, 1));
        int port = FIRST_PORT + Integer.parseInt(name.substring(1));
        SimulatedServer server = new SimulatedServer(
                member,
                simulation,
                births,
                Map.of(
                        "shaddock.connector.public-port",
                        String.valueOf(port),
                        "shaddock.cluster.rebalance-threshold",
                        "0"));
        servers.put(name, server);
        story.tell(member + " starts");
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

    private void until(BooleanSupplier condition) {
        long end = simulation.nowMicros() + PATIENCE_MILLIS * 1000;
        while (!condition.getAsBoolean()) {
            if (simulation.nowMicros() > end) {
                throw new AssertionError("Not in time: " + wanderers);
            }
            simulation.run(LOOK_MILLIS);
            wanderers.forEach(SimulatedWanderer::live);
        }
    }

    private long allHaveHeardAll() {
        List<SimulatedClient> speakers = wanderers.stream()
                .flatMap(wanderer -> wanderer.lives().stream())
                .toList();
        speakers.forEach(speaker ->
                speaker.confirmations().forEach(said -> wanderers.forEach(hearer -> hasHeard(hearer, speaker, said))));
        return speakers.stream()
                .mapToLong(speaker -> speaker.confirmations().size())
                .sum();
    }

    private void hasHeard(SimulatedWanderer hearer, SimulatedClient speaker, int said) {
        if (!hearer.hasHeard(speaker, said)) {
            throw new AssertionError(hearer + " did not hear what " + speaker.user() + " said: " + said + counts());
        }
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
        story.check();
        for (SimulatedServer server : servers.values()) {
            for (LocalArea area : server.speaking()) {
                String now = server.member() + " speaks for " + area.id() + "#" + area.epoch();
                if (!now.equals(speaker)) {
                    speaker = now;
                    story.tell(now);
                }
            }
        }
    }
}
