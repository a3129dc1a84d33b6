package org.shaddock.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.shaddock.api.AreaId;
import org.shaddock.area.LocalArea;

/**
 * One random story of a cluster of whole servers and their clients: they come, talk and go, while servers are killed, stopped and
 * cut off and rooms are moved. What must always hold is checked after every event; in the end all is mended, and then everybody
 * must have an answer to everything, and be heard by all who are in the same room.
 */
final class ServerStory {

    private static final int SERVERS = 3;
    private static final int ROOMS = 3;
    private static final long CALM_MILLIS = 15_000;

    private final Simulation simulation;
    private final SimulatedNetwork network;
    private final SimulatedGrid grid;
    private final Misfortunes misfortunes;
    private final Map<String, SimulatedServer> servers = new TreeMap<>();
    private final List<SimulatedClient> clients = new ArrayList<>();
    private final Story story;
    private final Births births;
    private int users;

    ServerStory(long seed, SimulatedNetwork.Terms quality) {
        simulation = new Simulation(seed);
        story = new Story(seed, simulation);
        births = new Births(story);
        network = new SimulatedNetwork(simulation, quality);
        grid = new SimulatedGrid(simulation, network);
        misfortunes = new Misfortunes(simulation, network, grid, story::tell);
        for (int i = 0; i < SERVERS; i++) {
            start("m" + i);
        }
        simulation.afterEachEvent(this::check);
    }

    /** Lets it all happen and says how often somebody was confirmed. Throws what went wrong, with the seed and the story so far. */
    long tell(long chaosMillis) {
        try {
            simulation.run(2_000);
            long end = simulation.nowMicros() + chaosMillis * 1000;
            while (simulation.nowMicros() < end) {
                somethingHappens();
                simulation.run(simulation.random().nextLong(150));
            }
            mendEverything();
            simulation.run(CALM_MILLIS);
            lastWords();
            return clients.stream().mapToLong(SimulatedClient::confirmed).sum();
        } catch (AssertionError | RuntimeException failure) {
            throw story.failed(failure);
        }
    }

    private void somethingHappens() {
        int dice = simulation.random().nextInt(100);
        if (dice < 12 || clients.isEmpty()) {
            connect();
        } else if (dice < 90) {
            anyClient().say();
        } else if (dice < 92) {
            anyServer().framework().connector().kickAll(session -> simulation.chance(0.1), "chance");
        } else if (dice < 94) {
            move(anyServer());
        } else if (dice < 96) {
            kill(anyServer());
        } else if (dice < 98) {
            misfortunes.stop(anyServer().member());
        } else {
            misfortunes.cut(List.copyOf(servers.keySet()));
        }
    }

    private void connect() {
        SimulatedServer server = anyServer();
        if (server.member().process().isRunning()) {
            String room = "r" + simulation.random().nextInt(ROOMS);
            SimulatedClient client = new SimulatedClient(server, "u" + ++users, room, story::wrong);
            story.tell(client.user() + " comes to " + room + " by " + server.member());
            clients.add(client);
        }
    }

    private void move(SimulatedServer server) {
        if (server.member().process().isRunning()) {
            for (LocalArea area : server.speaking()) {
                story.tell(server.member() + " moves " + area.id());
                var unused = server.framework().areaHost().move(area.id(), Optional.empty());
            }
        }
    }

    private void kill(SimulatedServer server) {
        if (!server.member().process().isDead()) {
            story.tell(server.member() + " is killed");
            server.member().process().kill();
            grid.somethingHappened();
            simulation.in(simulation.upToMillis(5_000), () -> restart(server));
        }
    }

    private void restart(SimulatedServer dead) {
        if (servers.get(dead.member().name()) == dead) {
            grid.review();
            start(dead.member().name());
        }
    }

    private void start(String name) {
        double rate = 1 + (2 * simulation.random().nextDouble() - 1) * 0.01;
        SimulatedMember member = new SimulatedMember(grid, new SimulatedProcess(simulation, name, rate));
        SimulatedServer server = new SimulatedServer(member, simulation, births);
        servers.put(name, server);
        story.tell(member + " starts");
        simulation.in(simulation.upToMillis(500), () -> member.process().execute(server::start));
    }

    private void check() {
        story.check();
        Map<AreaId, SimulatedServer> speakers = new HashMap<>();
        for (SimulatedServer server : servers.values()) {
            for (LocalArea area : server.speaking()) {
                SimulatedServer other = speakers.put(area.id(), server);
                if (other != null) {
                    throw new AssertionError(other.member() + " and " + server.member() + " speak for " + area.id());
                }
            }
        }
    }

    private void mendEverything() {
        story.tell("all is mended");
        network.mend();
        for (SimulatedServer server : List.copyOf(servers.values())) {
            server.member().process().goOn();
            if (server.member().process().isDead()) {
                restart(server);
            }
        }
        grid.review();
        simulation.in(1_000_000, grid::review);
    }

    /** Everybody who is connected enters once more and says something; all in the room must hear it. */
    private void lastWords() {
        List<SimulatedClient> present =
                clients.stream().filter(SimulatedClient::isConnected).toList();
        for (SimulatedClient client : present) {
            require(client.open().isEmpty(), () -> client.user() + " got no answer to " + client.open());
            client.enter();
        }
        simulation.run(5_000);
        present.forEach(SimulatedClient::say);
        simulation.run(5_000);
        for (SimulatedClient speaker : present) {
            require(
                    speaker.confirmed() == speaker.said(),
                    () -> speaker.user() + " was not confirmed " + speaker.said() + " but " + speaker.confirmed() + ": "
                            + speaker.lastAnswer() + ", open " + speaker.open()
                            + whereAbouts(new AreaId("room", speaker.room())));
            for (SimulatedClient hearer : present) {
                require(
                        !hearer.room().equals(speaker.room()) || hearer.hasHeard(speaker, speaker.said()),
                        () -> hearer.user() + " did not hear " + speaker.user() + " in " + speaker.room()
                                + whereAbouts(new AreaId("room", speaker.room())));
            }
        }
    }

    /** What each server knows of an area. */
    private String whereAbouts(AreaId area) {
        StringBuilder known = new StringBuilder();
        servers.values().forEach(server -> known.append("\n")
                .append(server.member())
                .append(" has it at ")
                .append(server.framework().placer().table().placement(area))
                .append(", holds ")
                .append(server.framework().areaHost().areas().stream()
                        .map(held -> held.id() + "#" + held.epoch())
                        .toList())
                .append(", has in its channel ")
                .append(server.framework().channels().create("area/" + area).members())
                .append(", speaks for ")
                .append(server.speaking().stream().map(LocalArea::id).toList())
                .append(", counts ")
                .append(server.counters().snapshot())
                .append(", sees ")
                .append(server.framework().membership().view()));
        return known.toString();
    }

    private void require(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise.get());
        }
    }

    private SimulatedServer anyServer() {
        List<SimulatedServer> all = List.copyOf(servers.values());
        return all.get(simulation.random().nextInt(all.size()));
    }

    private SimulatedClient anyClient() {
        return clients.get(simulation.random().nextInt(clients.size()));
    }
}
