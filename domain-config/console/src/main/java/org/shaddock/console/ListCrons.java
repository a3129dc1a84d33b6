package org.shaddock.console;

import com.sun.enterprise.config.serverbeans.Applications;
import org.glassfish.api.admin.ExecuteOn;
import org.glassfish.api.admin.RestEndpoint;
import org.glassfish.api.admin.RestEndpoints;
import org.glassfish.api.admin.RuntimeType;
import org.glassfish.config.support.CommandTarget;
import org.glassfish.config.support.TargetType;
import org.glassfish.hk2.api.PerLookup;
import org.jvnet.hk2.annotations.Service;

/** {@code asadmin list-shaddock-crons}: What runs by the clock. */
@Service(name = "list-shaddock-crons")
@PerLookup
@ExecuteOn(RuntimeType.DAS)
@TargetType({
    CommandTarget.DAS,
    CommandTarget.DOMAIN,
    CommandTarget.STANDALONE_INSTANCE,
    CommandTarget.DEPLOYMENT_GROUP,
    CommandTarget.CLUSTER,
    CommandTarget.CLUSTERED_INSTANCE
})
@RestEndpoints(
        @RestEndpoint(
                configBean = Applications.class,
                opType = RestEndpoint.OpType.GET,
                path = "list-shaddock-crons",
                description = "What runs by the clock"))
public class ListCrons extends ListCommand {

    /** Made by the server for each call. */
    public ListCrons() {
        super(
                "listCrons",
                "cron",
                "member",
                "expression",
                "oncePerCluster",
                "next",
                "running",
                "runs",
                "failures",
                "skipped",
                "lastMillis");
    }
}
