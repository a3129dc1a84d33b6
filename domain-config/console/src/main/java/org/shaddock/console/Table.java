package org.shaddock.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Rows as text: a line of column names, then a line for each row; two blanks between columns, and {@code -} for nothing. */
final class Table {

    private static final String GAP = "  ";

    private final List<String> columns;

    Table(List<String> columns) {
        this.columns = columns;
    }

    List<String> headings() {
        return columns.stream().map(Table::heading).toList();
    }

    String text(List<Map<String, Object>> rows) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(headings());
        rows.forEach(row ->
                cells.add(columns.stream().map(column -> cell(row, column)).toList()));
        StringBuilder text = new StringBuilder();
        for (List<String> line : cells) {
            text.append(line(line, cells)).append('\n');
        }
        return text.toString().stripTrailing();
    }

    /** A list as one text. */
    static String joined(List<?> list, String separator) {
        return list.stream().map(String::valueOf).collect(Collectors.joining(separator));
    }

    private static String line(List<String> line, List<List<String>> all) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.size(); i++) {
            int column = i;
            int width = all.stream()
                    .mapToInt(other -> other.get(column).length())
                    .max()
                    .orElse(0);
            text.append(line.get(i))
                    .append(" ".repeat(width - line.get(i).length()))
                    .append(GAP);
        }
        return text.toString().stripTrailing();
    }

    /** {@code pendingBytes} becomes {@code PENDING-BYTES}. */
    private static String heading(String column) {
        return column.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toUpperCase(Locale.ROOT);
    }

    /** Without control characters, since a client chooses some of these texts and a terminal shows them. */
    private static String cell(Map<String, Object> row, String column) {
        Object value = row.getOrDefault(column, "");
        String text = (value instanceof List<?> list ? joined(list, ",") : String.valueOf(value))
                .replaceAll("\\p{Cntrl}", "?");
        return text.isEmpty() ? "-" : text;
    }
}
