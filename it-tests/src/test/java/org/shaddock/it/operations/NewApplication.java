package org.shaddock.it.operations;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.shaddock.it.Ears;
import org.shaddock.it.PomeloClient;
import org.shaddock.it.TestServer;
import org.shaddock.it.probe.ProbeHandler;

/** The next version of the application: with handlers, and so routes, that the present one has not. */
final class NewApplication {

    private static final String TEXT = "new";

    private NewApplication() {}

    /** Writes it to a file. */
    static Path file() {
        Path file = TestServer.DIRECTORY.resolve("shaddock-new.ear").toAbsolutePath();
        Ears.withGame(ProbeHandler.class).as(ZipExporter.class).exportTo(file.toFile(), true);
        return file;
    }

    /** Whether an instance runs it. */
    static boolean runsOn(URI instance) {
        try (PomeloClient client = PomeloClient.connect(instance)) {
            return TEXT.equals(client.ask("probe.probeHandler.echo", Map.of("text", TEXT, "n", 1))
                    .get("text"));
        }
    }
}
