package org.shaddock.load.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Writes results into a page, between two marks, and the plot beside it. */
final class Report {

    private static final String BEGIN = "<!-- measured: begin -->";
    private static final String END = "<!-- measured: end -->";
    private static final String PLOT = "benchmarks.svg";
    private static final double MILLION = 1e6;
    private static final double THOUSAND = 1e3;

    private final List<Contender> contenders;
    private final Collection<Figures> results;

    Report(List<Contender> contenders, Collection<Figures> results) {
        this.contenders = contenders;
        this.results = results;
    }

    /** The results in a file; of the same run only the last. */
    static Collection<Figures> read(Path file) throws IOException {
        Map<String, Figures> latest = new LinkedHashMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                Figures figures = Figures.parse(line);
                latest.put(figures.key(), figures);
            }
        }
        return latest.values();
    }

    /** Replaces what is between the marks, or appends it to a page that has none. */
    void write(Path document) throws IOException {
        String page = Files.exists(document) ? Files.readString(document) : "";
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        String before = begin < 0 || end < 0 ? page + "\n" : page.substring(0, begin);
        String after = begin < 0 || end < 0 ? "\n" : page.substring(end + END.length());
        Files.writeString(document, before + BEGIN + "\n" + text() + END + after);
        Files.writeString(document.resolveSibling(PLOT), new Plot(contenders, of("broadcast")).svg());
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        text.append('\n').append(Machine.describe(results)).append("\n\n");
        text.append("![Deliveries per server CPU-second](").append(PLOT).append(")\n\n");
        table(text, "broadcast", "Everybody moves once a second and sees everybody move", broadcastColumns());
        table(text, "echo", "1,000 questions a second of 100 clients, answered by an area", echoColumns());
        table(text, "answers", "20,000 questions a second of 400 clients, as above", echoColumns());
        table(text, "connect", "2,000 clients connect, 500 at a time", connectColumns());
        table(text, "idle", "5,000 clients are connected and do nothing", idleColumns());
        table(text, "slow", "1,000 players as above, of which one stops reading", broadcastColumns());
        table(
                text,
                "ticks",
                "1,000 areas tick empty at 20 Hz: by how much the time between two ticks is off",
                tickColumns());
        return text.toString();
    }

    private Map<String, Function<Figures, String>> broadcastColumns() {
        Map<String, Function<Figures, String>> columns = new LinkedHashMap<>();
        columns.put("players", figures -> number(figures.number("players"), 0));
        columns.put("deliveries/s", figures -> number(figures.number("perSecond"), 0));
        columns.put("lost", figures -> number(figures.number("lost"), 0));
        columns.put("p50 ms", figures -> number(figures.number("p50Millis"), 1));
        columns.put("p99 ms", figures -> number(figures.number("p99Millis"), 1));
        columns.put("server cores", figures -> number(figures.number("serverCores"), 2));
        columns.put("million deliveries per CPU-s", figures -> number(perCpuSecond(figures) / MILLION, 3));
        columns.put("CPU per delivery, of bare Netty's by the tick", this::ofBare);
        columns.put("other cores", figures -> number(figures.number("otherCores"), 2));
        return columns;
    }

    private Map<String, Function<Figures, String>> echoColumns() {
        Map<String, Function<Figures, String>> columns = new LinkedHashMap<>();
        columns.put("answers/s", figures -> number(figures.number("perSecond"), 0));
        columns.put("lost", figures -> number(figures.number("lost"), 0));
        columns.put("p50 ms", figures -> number(figures.number("p50Millis"), 2));
        columns.put("p99 ms", figures -> number(figures.number("p99Millis"), 2));
        columns.put("thousand answers per CPU-s", figures -> number(perCpuSecond(figures) / THOUSAND, 1));
        columns.put("CPU per answer, of bare Payara's", this::ofPayara);
        columns.put("other cores", figures -> number(figures.number("otherCores"), 2));
        return columns;
    }

    private static Map<String, Function<Figures, String>> connectColumns() {
        Map<String, Function<Figures, String>> columns = new LinkedHashMap<>();
        columns.put("clients/s", figures -> number(figures.number("perSecond"), 0));
        columns.put("cut off", figures -> number(figures.number("gone"), 0));
        columns.put("p50 ms", figures -> number(figures.number("p50Millis"), 0));
        columns.put("p99 ms", figures -> number(figures.number("p99Millis"), 0));
        columns.put("clients per CPU-s", figures -> number(perCpuSecond(figures), 0));
        columns.put("other cores", figures -> number(figures.number("otherCores"), 2));
        return columns;
    }

    private static Map<String, Function<Figures, String>> idleColumns() {
        Map<String, Function<Figures, String>> columns = new LinkedHashMap<>();
        columns.put("server MiB", figures -> number(figures.number("serverMib"), 0));
        columns.put("resident KiB per client", figures -> number(figures.number("residentKibPerConnection"), 1));
        columns.put("Java heap KiB per client", figures -> number(heap(figures), 1));
        columns.put("server cores", figures -> number(figures.number("serverCores"), 2));
        return columns;
    }

    private static Map<String, Function<Figures, String>> tickColumns() {
        Map<String, Function<Figures, String>> columns = new LinkedHashMap<>();
        columns.put("ticks/s", figures -> number(figures.number("perSecond"), 0));
        columns.put("p50 ms", figures -> number(figures.number("p50Millis"), 2));
        columns.put("p99 ms", figures -> number(figures.number("p99Millis"), 2));
        columns.put("worst ms", figures -> number(figures.number("maxMillis"), 1));
        columns.put("server cores", figures -> number(figures.number("serverCores"), 2));
        columns.put("other cores", figures -> number(figures.number("otherCores"), 2));
        return columns;
    }

    private void table(StringBuilder text, String group, String title, Map<String, Function<Figures, String>> columns) {
        List<Figures> rows = of(group);
        if (rows.isEmpty()) {
            return;
        }
        text.append("**")
                .append(title)
                .append("** (`-Dshaddock.bench=")
                .append(group)
                .append("`)\n\n");
        text.append("| server | ").append(String.join(" | ", columns.keySet())).append(" |\n|---|");
        text.append("--:|".repeat(columns.size())).append('\n');
        for (Contender contender : contenders) {
            for (Figures figures : rows) {
                if (figures.text("label").equals(contender.name())) {
                    text.append("| ")
                            .append(contender.title())
                            .append(" | ")
                            .append(row(figures, columns))
                            .append(" |\n");
                }
            }
        }
        text.append('\n');
    }

    private static String row(Figures figures, Map<String, Function<Figures, String>> columns) {
        if (figures.failed()) {
            return "did not run: " + figures.text("error") + " |".repeat(columns.size() - 1);
        }
        List<String> cells = new ArrayList<>();
        columns.values().forEach(column -> cells.add(column.apply(figures)));
        return String.join(" | ", cells);
    }

    private List<Figures> of(String group) {
        return results.stream()
                .filter(figures -> figures.text("group").equals(group))
                .toList();
    }

    /** How much CPU a delivery took, beside what it took bare Netty with a crowd of the same size. */
    private String ofBare(Figures figures) {
        return beside(figures, "broadcast", "netty-tick");
    }

    /** How much CPU an answer took, beside what it took the container alone. */
    private String ofPayara(Figures figures) {
        return beside(figures, figures.text("group"), "payara");
    }

    private String beside(Figures figures, String group, String yardstick) {
        Optional<Figures> bare = of(group).stream()
                .filter(other -> other.text("label").equals(yardstick))
                .filter(other -> other.text("players").equals(figures.text("players")))
                .findFirst();
        return bare.map(other -> number(perCpuSecond(other) / perCpuSecond(figures), 2))
                .orElse("–");
    }

    private static double perCpuSecond(Figures figures) {
        return figures.number("perServerCpuSecond");
    }

    /** Zero stands for a server that has no Java heap. */
    private static double heap(Figures figures) {
        double kib = figures.number("heapKibPerConnection");
        return kib == 0 ? Double.NaN : kib;
    }

    private static String number(double value, int decimals) {
        return Double.isNaN(value) || Double.isInfinite(value)
                ? "–"
                : String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
