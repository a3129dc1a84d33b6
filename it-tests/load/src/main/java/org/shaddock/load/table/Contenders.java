package org.shaddock.load.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shaddock.load.table.Contender.Launch;

/** All servers that take part, in the order of the tables. */
final class Contenders {

    private static final String POMELO = "pomelo";
    private static final List<Trial> ALL = Trial.forAll();
    private static final int POMELO_PORT = 23_010;
    private static final int PINUS_PORT = 23_011;
    private static final int COLYSEUS_PORT = 23_012;

    private final Places places;
    private final String java =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private final String classPath = System.getProperty("java.class.path");

    Contenders(Places places) {
        this.places = places;
    }

    /** Every one of them; nothing is started or installed yet. */
    List<Contender> all() {
        return List.of(
                shaddock("shaddock", "Shaddock", List.of(), Trial.forUs()),
                shaddock(
                        "shaddock-container",
                        "Shaddock, sockets left to the container (`io-threads=0`)",
                        List.of(),
                        Trial.forSpeed(),
                        "-Dshaddock.connector.io-threads=0"),
                shaddock("shaddock-bundles", "Shaddock, several packages in one message", List.of(), Trial.broadcasts())
                        .speaking("bundles"),
                shaddock(
                        "shaddock-remote",
                        "Shaddock, area on another member",
                        List.of("connector,bench", "area"),
                        List.of(Trial.echo())),
                bare("tick", "bare Netty, one write per client and tick of 20 ms"),
                bare("member", "bare Netty, each client flushed every 20 ms"),
                bare("push", "bare Netty, one write per push"),
                payara(),
                pomelo("pomelo", "Pomelo 2.2.7", POMELO_PORT, Map.of()),
                pomelo("pomelo", "Pomelo 2.2.7, buffer scheduler and TCP_NODELAY", POMELO_PORT, tuned()),
                pomelo("pinus", "pinus 1.7.4", PINUS_PORT, Map.of()),
                pomelo("pinus", "pinus 1.7.4, buffer scheduler and TCP_NODELAY", PINUS_PORT, tuned()),
                colyseus());
    }

    private static Map<String, String> tuned() {
        return Map.of("PEER_BUFFER", "1", "PEER_NODELAY", "1");
    }

    private Contender shaddock(String name, String title, List<String> roles, List<Trial> trials, String... settings) {
        Path ear = places.work().resolve("shaddock-bench.ear");
        return new Contender(name, title, POMELO, trials, onPayara(name, ear, roles, settings));
    }

    /** Started just as Shaddock is, in a domain with the same settings. */
    private Contender payara() {
        return new Contender(
                "payara",
                "bare Payara, a WebSocket endpoint without a framework",
                POMELO,
                Trial.questions(),
                onPayara("payara", places.yardstick(), List.of()));
    }

    private Launch onPayara(String name, Path application, List<String> roles, String... settings) {
        List<String> command = new ArrayList<>(List.of(java, "-Xmx64m", "-cp", classPath));
        command.add("-Dshaddock.http.port=0");
        command.add("-Dshaddock.heap=" + System.getProperty("shaddock.heap", "1g"));
        command.add("-Dshaddock.start.seconds=300");
        command.add(roles.isEmpty() ? "-Dshaddock.members=1" : "-Dshaddock.roles=" + String.join(";", roles));
        System.getProperties().stringPropertyNames().stream()
                .filter(property -> property.startsWith("shaddock.") && !property.startsWith("shaddock.bench"))
                .forEach(property -> command.add("-D" + property + "=" + System.getProperty(property)));
        command.addAll(List.of(settings));
        command.add("org.shaddock.launcher.ClusterLauncher");
        command.add("server");
        command.add(places.payara().toString());
        command.add(application.toString());
        command.add(places.work().resolve(name).toString());
        return new Launch(command, Map.of(), places.work(), Math.max(1, roles.size()), 0);
    }

    private Contender bare(String flush, String title) {
        List<String> command =
                List.of(java, "-Xmx1g", "-cp", classPath, "org.shaddock.load.bare.BareServer", "0", flush, "20");
        return new Contender(
                "netty-" + flush, title, POMELO, Trial.forJvm(), new Launch(command, Map.of(), places.work(), 1, 0));
    }

    private Contender pomelo(String peer, String title, int port, Map<String, String> environment) {
        Path directory = places.work().resolve("peers").resolve(peer);
        Map<String, String> all = new java.util.HashMap<>(environment);
        all.put("NODE_OPTIONS", "--require " + directory.resolveSibling("loopback.cjs"));
        return new Contender(
                environment.isEmpty() ? peer : peer + "-tuned",
                title,
                POMELO,
                ALL,
                new Launch(List.of("node", "app.js", "env=production", "type=all"), all, directory, 0, port));
    }

    private Contender colyseus() {
        Path directory = places.work().resolve("peers/colyseus");
        Map<String, String> environment = Map.of(
                "NODE_ENV", "production", "NODE_OPTIONS", "--require " + directory.resolveSibling("loopback.cjs"));
        return new Contender(
                "colyseus",
                "Colyseus 0.16.26, one process",
                "colyseus",
                ALL,
                new Launch(List.of("node", "app.js"), environment, directory, 0, COLYSEUS_PORT));
    }

    /** Makes ready what a contender needs before it can start. */
    void prepare(Contender contender) throws IOException, InterruptedException {
        Workshop workshop = new Workshop(places.work());
        if (contender.name().startsWith("shaddock")) {
            Path unused = workshop.ear(places.application(), places.game());
        } else if (contender.launch().port() > 0) {
            Path unused = workshop.peer(
                    places.peers(), contender.launch().directory().getFileName().toString());
        }
    }
}
