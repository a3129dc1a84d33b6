package org.shaddock.it.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The TCP ports that the servers of a directory listen on, as Linux tells them. */
final class Listeners {

    private static final Pattern LISTENING = Pattern.compile("\\s*\\d+: (\\S+) \\S+ 0A(?: +\\S+){5} +(\\d+) .*");
    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");
    private static final Pattern LOOPBACK = Pattern.compile("0100007F:.*|0{24}01000000:.*|0{16}FFFF00000100007F:.*");

    private final Path directory;

    Listeners(Path directory) {
        this.directory = directory;
    }

    /** How many there are. */
    long count() {
        return addresses().count();
    }

    /** Those that others than this machine can reach, in hexadecimal. */
    List<String> open() {
        return addresses()
                .filter(address -> !LOOPBACK.matcher(address).matches())
                .toList();
    }

    private Stream<String> addresses() {
        Set<String> ours = pids().flatMap(Listeners::sockets).collect(Collectors.toSet());
        return Stream.of("tcp", "tcp6")
                .flatMap(family -> lines(Path.of("/proc/net", family)))
                .map(LISTENING::matcher)
                .filter(Matcher::matches)
                .filter(socket -> ours.contains(socket.group(2)))
                .map(socket -> socket.group(1));
    }

    private Stream<String> pids() {
        try (Stream<Path> files = Files.find(directory, 5, (file, attributes) -> file.endsWith("config/pid"))) {
            return files.toList().stream().flatMap(Listeners::lines).map(String::strip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> sockets(String pid) {
        try (Stream<Path> files = Files.list(Path.of("/proc", pid, "fd"))) {
            return files.toList().stream()
                    .map(file -> SOCKET.matcher(target(file)))
                    .filter(Matcher::matches)
                    .map(socket -> socket.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a descriptor is, if it is still open. */
    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
