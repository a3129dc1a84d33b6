package org.shaddock.console;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.glassfish.api.ActionReport;
import org.glassfish.api.Param;
import org.glassfish.api.admin.AdminCommand;
import org.glassfish.api.admin.AdminCommandContext;

/** A command that shows the rows of all members of a target, with the same columns today and tomorrow. */
abstract class ListCommand implements AdminCommand {

    /** Which server gave a row: no column, but what the console's actions ask. */
    private static final String SERVER = "server";

    @Inject
    private Members members;

    @Param(optional = true, defaultValue = Members.EVERYWHERE)
    String target = Members.EVERYWHERE;

    @Param(optional = true, defaultValue = "")
    String search = "";

    private final String operation;
    private final List<String> columns;

    ListCommand(String operation, String... columns) {
        this.operation = operation;
        this.columns = List.of(columns);
    }

    /** What the operation is given. */
    List<String> arguments() {
        return List.of();
    }

    /** What to show for a server that does not answer. */
    List<Map<String, Object>> silent(String server, Answer answer) {
        return List.of();
    }

    /** The names of the columns. */
    List<String> headings() {
        return new Table(columns).headings();
    }

    /** All rows in one sentence, for the console. */
    String summary(List<Map<String, Object>> rows) {
        return "";
    }

    @Override
    public void execute(AdminCommandContext context) {
        ActionReport report = context.getActionReport();
        try {
            List<Map<String, Object>> rows = new ArrayList<>();
            long hidden = collect(members.ask(context, target, operation, arguments()), rows);
            rows.removeIf(row -> row.values().stream()
                    .noneMatch(value -> String.valueOf(value).contains(search)));
            String more = hidden == 0 ? "" : "\n(" + hidden + " more: narrow the search)";
            report.setMessage(new Table(columns).text(rows) + more);
            report.setExtraProperties(forConsole(rows));
            report.setActionExitCode(ActionReport.ExitCode.SUCCESS);
        } catch (CommandProblem problem) {
            report.setMessage(PlainText.of(String.valueOf(problem.getMessage())));
            report.setActionExitCode(ActionReport.ExitCode.FAILURE);
        }
    }

    private Properties forConsole(List<Map<String, Object>> rows) {
        Properties extra = new Properties();
        extra.put("summary", summary(rows));
        for (Map<String, Object> row : rows) {
            row.replaceAll((column, value) -> value instanceof List<?> list ? Table.joined(list, ", ") : value);
            row.put("selected", false);
        }
        extra.put("rows", rows);
        return extra;
    }

    /** Adds the rows of all answers, and returns how many rows the members kept to themselves. */
    private long collect(Map<String, Answer> answers, List<Map<String, Object>> rows) throws CommandProblem {
        long hidden = 0;
        boolean any = false;
        for (Map.Entry<String, Answer> entry : answers.entrySet()) {
            Answer answer = entry.getValue();
            List<Map<String, Object>> some = silent(entry.getKey(), answer);
            if (answer.kind() == Answer.Kind.ANSWERED) {
                some = Json.rows(answer.text());
                hidden += Json.total(answer.text()) - some.size();
                any = true;
            }
            some.forEach(row -> row.put(SERVER, entry.getKey()));
            rows.addAll(some);
        }
        if (!any) {
            throw nobody(answers);
        }
        return hidden;
    }

    private CommandProblem nobody(Map<String, Answer> answers) {
        return new CommandProblem("Shaddock answers on no server of '" + target + "' " + Answers.summary(answers)
                + ". Start the instances, and deploy shaddock.ear to them.");
    }
}
