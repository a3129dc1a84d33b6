package org.shaddock.console;

import com.sun.enterprise.config.serverbeans.Applications;
import java.util.List;
import org.glassfish.api.Param;
import org.glassfish.api.admin.ExecuteOn;
import org.glassfish.api.admin.RestEndpoint;
import org.glassfish.api.admin.RestEndpoints;
import org.glassfish.api.admin.RuntimeType;
import org.glassfish.hk2.api.PerLookup;
import org.jvnet.hk2.annotations.Service;

/** {@code asadmin add-shaddock-cron}: Adds a cron that does what another one does to all members that have that, until they start again. */
@Service(name = "add-shaddock-cron")
@PerLookup
@ExecuteOn(RuntimeType.DAS)
@RestEndpoints(
        @RestEndpoint(
                configBean = Applications.class,
                opType = RestEndpoint.OpType.POST,
                path = "add-shaddock-cron",
                description =
                        "Adds a cron that does what another one does to all members that have that, until they start"
                                + " again"))
public class AddCron extends WideActionCommand {

    @Param(primary = true)
    String cron = "";

    @Param
    String expression = "";

    @Param
    String like = "";

    /** Made by the server for each call. */
    public AddCron() {
        super(
                "addCron",
                "Added cron %1$s to %4$d members.",
                "No member has a cron '%3$s' to do the same: 'asadmin list-shaddock-crons' shows all.");
    }

    @Override
    List<String> arguments() {
        return List.of(cron, expression, like);
    }
}
