package org.shaddock.console;

import com.sun.enterprise.admin.util.ClusterOperationUtil;
import com.sun.enterprise.config.serverbeans.Domain;
import com.sun.enterprise.config.serverbeans.Server;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.glassfish.api.ActionReport;
import org.glassfish.api.admin.AdminCommandContext;
import org.glassfish.api.admin.FailurePolicy;
import org.glassfish.hk2.api.PerLookup;
import org.glassfish.hk2.api.ServiceLocator;
import org.glassfish.internal.api.Target;
import org.jvnet.hk2.annotations.Service;

/** Asks all servers of a target, this one included. */
@Service
@PerLookup
public class Members {

    /** The target that means every server of the domain. */
    static final String EVERYWHERE = "domain";

    /** How the admin channel writes the end of a line. */
    private static final String LINE_END = "%%%EOL%%%";

    @Inject
    private ServiceLocator services;

    @Inject
    private Target targets;

    @Inject
    private Domain domain;

    /**
     * Asks each server of a target.
     *
     * @param target an instance, a deployment group, {@code server} or {@code domain}
     * @return the answers by server
     */
    Map<String, Answer> ask(AdminCommandContext context, String target, String operation, List<String> arguments) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        List<Server> servers = servers(target);
        List<Server> instances =
                servers.stream().filter(server -> !server.isDas()).toList();
        Map<String, Answer> remote = replicate(context, instances, operation, arguments);
        for (Server server : servers) {
            Answer answer = server.isDas()
                    ? Answer.of(Application.ofThisServer(), operation, arguments)
                    : remote.getOrDefault(server.getName(), Answer.SILENCE);
            answers.put(server.getName(), answer);
        }
        return answers;
    }

    private List<Server> servers(String target) {
        if (target.equals(EVERYWHERE)) {
            return domain.getServers().getServer();
        }
        Server one = domain.getServerNamed(target);
        List<Server> several = one == null ? targets.getInstances(target) : List.of(one);
        return several == null ? List.of() : several;
    }

    private Map<String, Answer> replicate(
            AdminCommandContext context, List<Server> instances, String operation, List<String> arguments) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        if (instances.isEmpty()) {
            return answers;
        }
        ActionReport report = context.getActionReport();
        ClusterOperationUtil.replicateCommand(
                AskMember.NAME,
                FailurePolicy.Ignore,
                FailurePolicy.Ignore,
                FailurePolicy.Ignore,
                instances,
                context,
                AskMember.parameters(operation, arguments),
                services);
        messages(report).forEach(message -> answers(instances, message, answers));
        report.getSubActionsReport().clear();
        return answers;
    }

    /** A message of an instance begins with its name and a colon. */
    private static void answers(List<Server> instances, String message, Map<String, Answer> answers) {
        for (Server instance : instances) {
            String head = instance.getName() + ":";
            if (message.startsWith(head)) {
                answers.put(
                        instance.getName(),
                        Answer.parse(message.substring(head.length())
                                .replace(LINE_END, "\n")
                                .strip()));
            }
        }
    }

    private static Stream<String> messages(ActionReport report) {
        return report.getSubActionsReport().stream()
                .flatMap(sub -> Stream.concat(Stream.ofNullable(sub.getMessage()), messages(sub)));
    }
}
