package org.shaddock.load.table;

import java.util.List;
import java.util.Locale;

/** Draws deliveries per server CPU-second over the size of the crowd, both on logarithmic scales. */
final class Plot {

    private static final int WIDTH = 940;
    private static final int HEIGHT = 420;
    private static final int LEFT = 70;
    private static final int RIGHT = 400;
    private static final int TOP = 40;
    private static final int BOTTOM = 50;
    private static final int LINE_HEIGHT = 20;
    private static final double FEWEST = 80;
    private static final double MOST = 2500;
    private static final double LOWEST = 1e4;
    private static final double HIGHEST = 3e7;
    private static final int[] CROWDS = {100, 300, 1000, 2000};
    private static final double[] RATES = {1e4, 1e5, 1e6, 1e7};
    private static final String[] RATE_NAMES = {"10 k", "100 k", "1 M", "10 M"};
    private static final String[] COLORS = {
        "#c0392b", "#8e44ad", "#e84393", "#2c3e50", "#7f8c8d", "#b2bec3", "#e67e22", "#f1c40f", "#2980b9", "#74b9ff",
        "#27ae60"
    };

    private final List<Contender> contenders;
    private final List<Figures> results;
    private final StringBuilder svg = new StringBuilder();

    Plot(List<Contender> contenders, List<Figures> results) {
        this.contenders = contenders;
        this.results = results;
    }

    String svg() {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"13\">",
                WIDTH, HEIGHT);
        add("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", WIDTH, HEIGHT);
        add(
                "<text x=\"%d\" y=\"22\" font-size=\"15\">Deliveries per server CPU-second, each player moving once a second</text>",
                LEFT);
        axes();
        int row = 0;
        for (Contender contender : contenders) {
            List<Figures> own = results.stream()
                    .filter(figures -> figures.text("label").equals(contender.name()) && !figures.failed())
                    .toList();
            if (!own.isEmpty()) {
                curve(contender.title(), own, COLORS[row % COLORS.length], row);
                row++;
            }
        }
        add("</svg>");
        return svg.toString();
    }

    private void axes() {
        for (int crowd : CROWDS) {
            add(
                    "<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\" stroke=\"#eee\"/>",
                    x(crowd), TOP, HEIGHT - BOTTOM);
            add(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%,d</text>",
                    x(crowd), HEIGHT - BOTTOM + LINE_HEIGHT, crowd);
        }
        for (int i = 0; i < RATES.length; i++) {
            add(
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%3$.1f\" y2=\"%3$.1f\" stroke=\"#ddd\"/>",
                    LEFT, WIDTH - RIGHT, y(RATES[i]));
            add("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>", LEFT - 8, y(RATES[i]) + 4, RATE_NAMES[i]);
        }
        add("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">players</text>", (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10);
    }

    private void curve(String title, List<Figures> figures, String color, int row) {
        StringBuilder points = new StringBuilder();
        for (Figures point : figures) {
            double x = x(point.number("players"));
            double y = y(point.number("perServerCpuSecond"));
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
            add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>", x, y, color);
        }
        add(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>",
                points.toString().strip(), color);
        int y = TOP + LINE_HEIGHT * row;
        int x = WIDTH - RIGHT + LINE_HEIGHT;
        add("<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"12\" fill=\"%s\"/>", x, y, color);
        add("<text x=\"%d\" y=\"%d\">%s</text>", x + LINE_HEIGHT, y + 11, title);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static double x(double players) {
        double share = Math.log(players / FEWEST) / Math.log(MOST / FEWEST);
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double perCpuSecond) {
        double bounded = Math.max(LOWEST, Math.min(HIGHEST, perCpuSecond));
        double share = Math.log(bounded / LOWEST) / Math.log(HIGHEST / LOWEST);
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
    }
}
