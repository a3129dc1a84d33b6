package org.shaddock.console;

import jakarta.inject.Inject;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.glassfish.api.ActionReport;
import org.glassfish.api.admin.AdminCommand;
import org.glassfish.api.admin.AdminCommandContext;
import org.glassfish.security.common.Group;

/**
 * A command that changes something on the members. It succeeds when at least one member did something, fails when none had
 * anything to do or one refused, and leaves a line in the administration server's log that says who did what.
 */
abstract class ActionCommand implements AdminCommand {

    private static final Logger AUDIT = Logger.getLogger("org.shaddock.audit");

    @Inject
    private Members members;

    private final String operation;
    private final String done;
    private final String nothing;

    /**
     * The sentences are formats for the operation's arguments and, behind them, how much was done.
     *
     * @param operation of the application's MBean
     * @param done what was done
     * @param nothing what it means that no member had anything to do, and what to do about it
     */
    ActionCommand(String operation, String done, String nothing) {
        this.operation = operation;
        this.done = done;
        this.nothing = nothing;
    }

    /** Which servers are asked. */
    abstract String target();

    /** What the operation is given. */
    abstract List<String> arguments();

    /** What was done, in words. */
    String done(long count) {
        return sentence(done, count);
    }

    /** What it means that nothing was done, in words. */
    String nothing() {
        return sentence(nothing, 0);
    }

    @Override
    public void execute(AdminCommandContext context) {
        ActionReport report = context.getActionReport();
        try {
            report.setMessage(PlainText.of(outcome(members.ask(context, target(), operation, arguments()))));
            report.setActionExitCode(ActionReport.ExitCode.SUCCESS);
        } catch (CommandProblem problem) {
            report.setMessage(PlainText.of(String.valueOf(problem.getMessage())));
            report.setActionExitCode(ActionReport.ExitCode.FAILURE);
        }
        AUDIT.log(Level.INFO, "{0}: {1} {2}: {3}", new Object[] {
            user(context), operation, PlainText.of(arguments().toString()), report.getMessage()
        });
    }

    private String outcome(Map<String, Answer> answers) throws CommandProblem {
        long count = 0;
        boolean asked = false;
        for (Answer answer : answers.values()) {
            if (answer.kind() == Answer.Kind.REFUSED) {
                throw new CommandProblem(answer.text());
            }
            if (answer.kind() == Answer.Kind.ANSWERED) {
                asked = true;
                count += count(answer.text());
            }
        }
        if (!asked) {
            throw new CommandProblem("Shaddock answers on no server of '" + target() + "' " + Answers.summary(answers)
                    + ". Start the instances, and deploy shaddock.ear to them.");
        }
        if (count == 0) {
            throw new CommandProblem(nothing());
        }
        return done(count);
    }

    private String sentence(String format, long count) {
        List<Object> values = new ArrayList<>(arguments());
        values.add(count);
        return String.format(Locale.ROOT, format, values.toArray());
    }

    /** How much a member did, by its answer: how many, or whether. */
    long count(String answer) {
        return answer.matches("\\d{1,18}") ? Long.parseLong(answer) : Boolean.parseBoolean(answer) ? 1 : 0;
    }

    private static String user(AdminCommandContext context) {
        return context.getSubject() == null
                ? "unknown"
                : context.getSubject().getPrincipals().stream()
                        .filter(principal -> !(principal instanceof Group))
                        .map(Principal::getName)
                        .distinct()
                        .collect(Collectors.joining("+"));
    }
}
