package org.shaddock.load.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Makes ready what the servers need: an EAR with the benchmark's game in it, and the peers with their npm packages. */
final class Workshop {

    private static final int INSTALL_MINUTES = 10;

    private final Path directory;

    /** @param directory where everything is made */
    Workshop(Path directory) {
        this.directory = directory;
    }

    /** The application as it is deployed, and the benchmark's game beside it. */
    Path ear(Path application, Path game) throws IOException {
        Path ear = directory.resolve("shaddock-bench.ear");
        Files.copy(application, ear, StandardCopyOption.REPLACE_EXISTING);
        try (FileSystem zip = FileSystems.newFileSystem(ear)) {
            Files.copy(game, zip.getPath("shaddock-bench.jar"), StandardCopyOption.REPLACE_EXISTING);
            Path descriptor = zip.getPath("META-INF/application.xml");
            String text = Files.readString(descriptor);
            if (!text.contains("shaddock-bench.jar")) {
                Files.writeString(
                        descriptor,
                        text.replaceFirst("<module>", "<module><ejb>shaddock-bench.jar</ejb></module><module>"));
            }
        }
        return ear;
    }

    /**
     * Copies a peer's application and installs its npm packages, unless they are there.
     *
     * @throws IOException when npm is missing or fails; the message says where its output is
     */
    Path peer(Path sources, String name) throws IOException, InterruptedException {
        Path peer = directory.resolve("peers").resolve(name);
        copy(sources.resolve(name), peer);
        Files.copy(
                sources.resolve("loopback.cjs"),
                directory.resolve("peers/loopback.cjs"),
                StandardCopyOption.REPLACE_EXISTING);
        if (!Files.isDirectory(peer.resolve("node_modules"))) {
            install(peer);
        }
        return peer;
    }

    private void install(Path peer) throws IOException, InterruptedException {
        Path log = peer.resolve("npm.txt");
        Process npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                .directory(peer.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!npm.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES) || npm.exitValue() != 0) {
            npm.destroy();
            throw new IOException("npm ci failed: " + lastLine(log) + " All of it: " + log);
        }
    }

    private static String lastLine(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(file -> !from.relativize(file).startsWith("node_modules"))
                    .forEach(file -> copyOne(file, to.resolve(from.relativize(file))));
        }
    }

    private static void copyOne(Path from, Path to) {
        try {
            if (Files.isDirectory(from)) {
                Files.createDirectories(to);
            } else {
                Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
