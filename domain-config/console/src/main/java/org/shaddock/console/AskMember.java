package org.shaddock.console;

import java.util.List;
import org.glassfish.api.ActionReport;
import org.glassfish.api.Param;
import org.glassfish.api.admin.AdminCommand;
import org.glassfish.api.admin.AdminCommandContext;
import org.glassfish.api.admin.ExecuteOn;
import org.glassfish.api.admin.FailurePolicy;
import org.glassfish.api.admin.ParameterMap;
import org.glassfish.api.admin.RuntimeType;
import org.glassfish.config.support.CommandTarget;
import org.glassfish.config.support.TargetType;
import org.glassfish.hk2.api.PerLookup;
import org.jvnet.hk2.annotations.Service;

/** The half of every command that runs on the instances; nobody calls it by hand. */
@Service(name = AskMember.NAME)
@PerLookup
@ExecuteOn(value = RuntimeType.INSTANCE, ifOffline = FailurePolicy.Ignore, ifNeverStarted = FailurePolicy.Ignore)
@TargetType({
    CommandTarget.DAS,
    CommandTarget.STANDALONE_INSTANCE,
    CommandTarget.DEPLOYMENT_GROUP,
    CommandTarget.CLUSTER,
    CommandTarget.CLUSTERED_INSTANCE
})
public class AskMember implements AdminCommand {

    static final String NAME = "_ask-shaddock-member";
    static final String OPERATION = "operation";
    static final String ARGUMENTS = "arguments";

    @Param(optional = true, defaultValue = "server")
    String target = "server";

    @Param(name = OPERATION)
    String operation = "";

    /** A JSON array of texts. */
    @Param(name = ARGUMENTS)
    String arguments = "[]";

    @Override
    public void execute(AdminCommandContext context) {
        ActionReport report = context.getActionReport();
        report.setMessage(Answer.of(Application.ofThisServer(), operation, Json.texts(arguments))
                .toText());
        report.setActionExitCode(ActionReport.ExitCode.SUCCESS);
    }

    /** The parameters for a question, but for its target. */
    static ParameterMap parameters(String operation, List<String> arguments) {
        ParameterMap map = new ParameterMap();
        map.add(OPERATION, operation);
        map.add(ARGUMENTS, Json.array(arguments));
        return map;
    }
}
