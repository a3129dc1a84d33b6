package org.shaddock.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.shaddock.api.AreaBehavior;
import org.shaddock.api.HandshakePolicy;
import org.shaddock.area.AreaType;
import org.shaddock.area.LocalArea;
import org.shaddock.config.ConfigReader;
import org.shaddock.filter.Access;
import org.shaddock.handler.HandlerMethod;
import org.shaddock.handler.HandlerRegistry;
import org.shaddock.handler.HandlerScanner;
import org.shaddock.metrics.Counters;
import org.shaddock.protocol.Protos;
import org.shaddock.runtime.Framework;
import org.shaddock.runtime.Game;
import org.shaddock.runtime.RemoteGame;
import org.shaddock.runtime.Settings;
import org.shaddock.runtime.Surroundings;
import org.shaddock.session.Connector;
import org.shaddock.session.SessionListener;
import org.shaddock.testing.Json;

/** One life of a whole server in the simulated grid, with a game of rooms. */
final class SimulatedServer {

    private static final long SWEEP_MILLIS = 100;

    private final SimulatedMember member;
    private final Framework framework;
    private final Counters counters = new Counters();

    SimulatedServer(SimulatedMember member, Simulation simulation, SimulatedRooms.Chronicle chronicle) {
        this(member, simulation, chronicle, Map.of());
    }

    /** @param settings besides those that all simulated servers have */
    SimulatedServer(
            SimulatedMember member,
            Simulation simulation,
            SimulatedRooms.Chronicle chronicle,
            Map<String, String> settings) {
        this.member = member;
        SimulatedProcess process = member.process();
        SimulatedRooms.Door door = new SimulatedRooms.Door(() -> framework().areas());
        SimulatedRooms rooms = new SimulatedRooms(chronicle);
        this.framework = new Framework(
                settings(member.name(), settings),
                game(door, rooms),
                Json.CODEC,
                member,
                new Surroundings(
                        new Connector.Environment(process.pool(), process::nowMillis, counters),
                        process.clockwork().timer(),
                        process.pool(),
                        process.pool(),
                        process.pool(),
                        process.pool(),
                        process.wallClock(),
                        simulation.random()));
    }

    void start() {
        framework.start();
        sweep();
    }

    SimulatedMember member() {
        return member;
    }

    Counters counters() {
        return counters;
    }

    Framework framework() {
        return framework;
    }

    /** The areas that could say something at this instant. */
    List<LocalArea> speaking() {
        if (member.process().isDead()) {
            return List.of();
        }
        return framework.areaHost().areas().stream()
                .filter(area -> framework.placer().maySpeak(area.id(), area.epoch()))
                .toList();
    }

    private void sweep() {
        framework.sweep();
        var unused = member.process().clockwork().timer().schedule(this::sweep, SWEEP_MILLIS);
    }

    @SuppressWarnings("unchecked")
    private static Game game(SimulatedRooms.Door door, SimulatedRooms rooms) {
        List<HandlerMethod> handlers = new ArrayList<>();
        handlers.addAll(new HandlerScanner().scan("front", SimulatedRooms.Door.class, () -> door));
        handlers.addAll(new HandlerScanner(SimulatedRooms.class, (type, handler) -> Access.EVERYBODY)
                .scan("room", SimulatedRooms.class, () -> rooms));
        AreaBehavior<?> behavior = rooms;
        return new Game(
                new HandlerRegistry(handlers),
                Map.of("room", new AreaType(() -> (AreaBehavior<Object>) behavior, List.of())),
                Set.of("front", "room"),
                List.of(),
                RemoteGame.NONE,
                List.of(),
                null,
                new HandshakePolicy() {},
                List.of(),
                new SessionListener() {},
                null,
                List.of(),
                Protos.EMPTY);
    }

    private static Settings settings(String name, Map<String, String> more) {
        Properties properties = new Properties();
        try (InputStream in = Framework.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        properties.setProperty("shaddock.member", name);
        properties.setProperty("shaddock.wire.dictionary", "false");
        properties.setProperty("shaddock.connector.heartbeat-seconds", "0");
        properties.setProperty("shaddock.cluster.min-members", "2");
        properties.setProperty("shaddock.cluster.rebalance-threshold", "1");
        properties.putAll(more);
        return Settings.read(new ConfigReader(key -> Optional.ofNullable(properties.getProperty(key))));
    }
}
