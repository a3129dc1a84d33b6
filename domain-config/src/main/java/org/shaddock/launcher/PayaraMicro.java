package org.shaddock.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Payara Micro, which runs the same classes as one WAR and is up sooner. */
public final class PayaraMicro implements ServerRuntime {

    private static final String LOOPBACK = "127.0.0.1";

    private final Path jar;

    /** A server from the Payara Micro jar. */
    public PayaraMicro(Path jar) {
        this.jar = jar.toAbsolutePath().normalize();
    }

    @Override
    public String name() {
        return "Payara Micro";
    }

    @Override
    public List<String> prepare(ServerPlan plan) throws IOException, LaunchException {
        Jdk jdk = Jdk.at(plan.options().javaHome());
        Path root = plan.directory().resolve("root");
        FileTree.delete(root);
        Files.createDirectories(root);
        List<String> command = new ArrayList<>();
        command.add(jdk.java().toString());
        command.add("-Xmx" + plan.options().heap());
        command.addAll(DataGrid.SYSTEM_PROPERTIES);
        command.addAll(plan.options().jvm());
        plan.options().application().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(arguments(plan, root));
        command.addAll(deployment(plan));
        return command;
    }

    private static List<String> arguments(ServerPlan plan, Path root) throws IOException {
        return List.of(
                "--rootDir",
                root.toString(),
                "--unpackdir",
                plan.directory().resolve("runtime").toString(),
                "--logproperties",
                logging(plan).toString(),
                "--prebootcommandfile",
                preBootCommands(plan).toString(),
                "--port",
                String.valueOf(plan.ports().http()),
                "--interfaces",
                LOOPBACK,
                "--startport",
                String.valueOf(plan.ports().hazelcast()),
                "--clustermode",
                "tcpip:" + plan.grid().addresses(),
                "--clustername",
                plan.grid().name(),
                "--nohostaware",
                "--disablephonehome");
    }

    private static List<String> deployment(ServerPlan plan) {
        Path application = plan.application();
        return application == null ? List.of() : List.of("--deploy", application.toString(), "--contextroot", "ROOT");
    }

    private static Path preBootCommands(ServerPlan plan) throws IOException {
        String config = "set configs.config.server-config.";
        return Files.write(
                plan.directory().resolve("preboot.asadmin"),
                List.of(
                        config + "network-config.network-listeners.network-listener.http-listener.address="
                                + plan.options().httpHost(),
                        config + "ejb-container.ejb-timer-service.minimum-delivery-interval-in-millis=10"));
    }

    private static Path logging(ServerPlan plan) throws IOException {
        Path file = plan.directory().resolve("logging.properties");
        try (InputStream resource = PayaraMicro.class.getResourceAsStream("micro-logging.properties")) {
            Files.copy(Objects.requireNonNull(resource), file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }
}
