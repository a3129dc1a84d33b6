package org.shaddock.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Payara Server, which runs the EAR, in a domain of our own. */
public final class PayaraServer implements ServerRuntime {

    private static final String COMMAND_HEADING = "Dump of JVM Invocation line";
    private static final String MAIN_CLASS = "com.sun.enterprise.glassfish.bootstrap.ASMain";

    private final Path home;

    /** A server from an unpacked distribution: the directory that holds {@code glassfish/}. */
    public PayaraServer(Path home) {
        this.home = home.toAbsolutePath().normalize();
    }

    @Override
    public String name() {
        return "Payara Server";
    }

    @Override
    public List<String> prepare(ServerPlan plan) throws IOException, LaunchException {
        Jdk jdk = Jdk.at(plan.options().javaHome());
        Files.createDirectories(plan.directory());
        Domain domain = Domain.create(home, plan);
        Path postBoot = domain.postBootCommands(deployment(plan));
        return withSystemProperties(jvmCommand(jdk, domain, postBoot), plan);
    }

    /** The application is deployed at the end of the boot: no second JVM has to start for an administration command. */
    private static Stream<String> deployment(ServerPlan plan) {
        return Stream.ofNullable(plan.application())
                .map(application -> "deploy --name shaddock --force=true \"" + application + "\"");
    }

    /** The server's own administration program works out the command, and says it instead of executing it. */
    private List<String> jvmCommand(Jdk jdk, Domain domain, Path postBoot) throws IOException, LaunchException {
        Process asadmin = new ProcessBuilder(
                        jdk.java().toString(),
                        "-jar",
                        home.resolve("glassfish/lib/client/appserver-cli.jar").toString(),
                        "start-domain",
                        "--dry-run",
                        "--domaindir",
                        domain.parent().toString(),
                        "--postbootcommandfile",
                        postBoot.toString(),
                        domain.name())
                .redirectErrorStream(true)
                .start();
        asadmin.getOutputStream().close();
        List<String> printed;
        try (var lines = asadmin.inputReader()) {
            printed = lines.lines().toList();
        }
        return commandIn(printed, jdk);
    }

    static List<String> commandIn(List<String> printed, Jdk jdk) throws LaunchException {
        List<String> command = printed.stream()
                .dropWhile(line -> !line.startsWith(COMMAND_HEADING))
                .skip(1)
                .takeWhile(line -> !line.isBlank())
                .toList();
        if (!command.contains(MAIN_CLASS)) {
            throw new LaunchException("Payara Server cannot start: " + String.join(" ", printed));
        }
        List<String> complete = new ArrayList<>(command);
        complete.set(0, jdk.java().toString());
        complete.set(complete.indexOf("-read-stdin") + 1, "false");
        return complete;
    }

    private static List<String> withSystemProperties(List<String> command, ServerPlan plan) {
        List<String> complete = new ArrayList<>(command);
        int at = complete.indexOf(MAIN_CLASS);
        plan.options().application().forEach((name, value) -> complete.add(at, "-D" + name + "=" + value));
        return complete;
    }
}
