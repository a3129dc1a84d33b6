package org.shaddock.console;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import javax.management.RuntimeOperationsException;

/** The application that runs in this JVM, reached through its MBean. */
final class Application {

    private static final String NAME = "org.shaddock:type=Operator,*";

    private final MBeanServer beans;

    Application(MBeanServer beans) {
        this.beans = beans;
    }

    static Application ofThisServer() {
        return new Application(ManagementFactory.getPlatformMBeanServer());
    }

    /**
     * Asks the application.
     *
     * @param operation of the MBean; all its parameters are texts
     * @return the answer as text; empty when no application runs here
     * @throws CommandProblem with the application's own words when it refuses
     */
    Optional<String> ask(String operation, List<String> arguments) throws CommandProblem {
        try {
            Set<ObjectName> names = beans.queryNames(new ObjectName(NAME), null);
            if (names.isEmpty()) {
                return Optional.empty();
            }
            String[] types = new String[arguments.size()];
            Arrays.fill(types, String.class.getName());
            Object answer = beans.invoke(names.iterator().next(), operation, arguments.toArray(), types);
            return Optional.of(String.valueOf(answer));
        } catch (JMException | RuntimeMBeanException | RuntimeOperationsException e) {
            throw new CommandProblem(reason(e));
        }
    }

    private static String reason(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
