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

/** {@code asadmin remove-shaddock-cron}: Removes a cron from all members, until they start again. */
@Service(name = "remove-shaddock-cron")
@PerLookup
@ExecuteOn(RuntimeType.DAS)
@RestEndpoints(
        @RestEndpoint(
                configBean = Applications.class,
                opType = RestEndpoint.OpType.POST,
                path = "remove-shaddock-cron",
                description = "Removes a cron from all members, until they start again"))
public class RemoveCron extends WideActionCommand {

    @Param(primary = true)
    String cron = "";

    /** Made by the server for each call. */
    public RemoveCron() {
        super(
                "removeCron",
                "Removed cron %s from %d members.",
                "No member has a cron '%s': 'asadmin list-shaddock-crons' shows all.");
    }

    @Override
    List<String> arguments() {
        return List.of(cron);
    }
}
