package org.shaddock.load.table;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The program behind {@code mvn -Pbench-table}: one server after the other, one run of the generator after the other, and
 * the results into a file, to which a later call adds. {@code -Dshaddock.bench=broadcast,echo} runs these groups only,
 * {@code -Dshaddock.bench.servers=shaddock,netty-tick} these servers only.
 */
public final class Table {

    private static final String EVERYTHING = "all";
    private static final int TRIAL_MINUTES = 5;
    private static final double ENOUGH = 0.8;

    private final Places places;
    private final Path results;
    private final List<String> groups;
    private final List<String> servers;
    private final PrintStream out;

    /** Each run has a room of its own: not every server forgets who was in one. */
    private int rooms;

    private Table(Places places, PrintStream out) {
        this.places = places;
        this.out = out;
        this.results = places.work().resolve("results.jsonl");
        this.groups = List.of(System.getProperty("shaddock.bench", EVERYTHING).split(",", -1));
        this.servers =
                List.of(System.getProperty("shaddock.bench.servers", EVERYTHING).split(",", -1));
    }

    /** Takes the paths of {@link Places}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new Table(Places.of(arguments), System.out).run();
    }

    private void run() throws IOException, InterruptedException {
        Files.createDirectories(places.work());
        Contenders contenders = new Contenders(places);
        for (Contender contender : contenders.all()) {
            List<Trial> trials = contender.trials().stream()
                    .filter(trial -> wanted(groups, trial.group()))
                    .toList();
            if (wanted(servers, contender.name()) && !trials.isEmpty()) {
                measure(contenders, contender, trials);
            }
        }
        new Report(contenders.all(), Report.read(results)).write(places.document());
        out.println("The results are in " + places.document() + ", and each run's figures in " + results);
    }

    private static boolean wanted(List<String> chosen, String name) {
        return chosen.contains(EVERYTHING) || chosen.contains(name);
    }

    /** What cannot run is reported as such. */
    private void measure(Contenders contenders, Contender contender, List<Trial> trials)
            throws IOException, InterruptedException {
        out.println("== " + contender.title());
        try {
            contenders.prepare(contender);
            try (RunningContender running = RunningContender.start(contender, places.work())) {
                measure(contender, running, trials);
            }
        } catch (IOException failure) {
            for (Trial trial : trials) {
                keep(contender, trial, error(String.valueOf(failure.getMessage())));
            }
        }
    }

    /** A server that falls behind a crowd is spared the larger ones. */
    private void measure(Contender contender, RunningContender running, List<Trial> trials)
            throws IOException, InterruptedException {
        out.println(trial(contender, running, Trial.WARM_UP));
        boolean hopeless = false;
        for (Trial trial : trials) {
            if (hopeless && trial.group().equals("broadcast")) {
                continue;
            }
            Figures figures = keep(contender, trial, trial(contender, running, trial));
            hopeless |= isBehind(figures) && trial.group().equals("broadcast");
        }
    }

    private static boolean isBehind(Figures figures) {
        double due = figures.number("expected") / figures.number("seconds");
        return figures.failed() || figures.number("lost") > 0 || figures.number("perSecond") < ENOUGH * due;
    }

    private String trial(Contender contender, RunningContender running, Trial trial)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx1g", "-cp", System.getProperty("java.class.path"), "org.shaddock.load.Main"));
        command.addAll(trial.arguments());
        command.addAll(List.of("--protocol", contender.protocol()));
        rooms++;
        command.addAll(List.of("--room", "room" + rooms, "--url", running.url(), "--pids"));
        command.add(running.pids().stream().map(String::valueOf).collect(Collectors.joining(",")));
        Process generator = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said;
        try (var lines = generator.inputReader(StandardCharsets.UTF_8)) {
            said = lines.lines().reduce("", (earlier, line) -> line);
        }
        boolean ended = generator.waitFor(TRIAL_MINUTES, TimeUnit.MINUTES);
        generator.destroy();
        return ended && said.startsWith("{") ? said : error("the run failed");
    }

    private Figures keep(Contender contender, Trial trial, String json) throws IOException {
        Figures figures = Figures.parse("{\"label\":\"" + contender.name() + "\",\"group\":\"" + trial.group() + "\","
                + json.substring(1).replaceFirst("\"label\":\"\",", ""));
        out.println(figures.line());
        Files.writeString(results, figures.line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return figures;
    }

    private static String error(String what) {
        return "{\"error\":\"" + what.replace("\"", "'") + "\"}";
    }
}
