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

/** {@code asadmin list-shaddock-areas}: The open areas and the members that hold them. */
@Service(name = "list-shaddock-areas")
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
                path = "list-shaddock-areas",
                description = "The open areas and the members that hold them"))
public class ListAreas extends ListCommand {

    /** Made by the server for each call. */
    public ListAreas() {
        super(
                "listAreas",
                "area",
                "member",
                "epoch",
                "players",
                "mailbox",
                "ticks",
                "skipped",
                "maxLateMillis",
                "tickMicros");
    }
}
