package org.shaddock.console;

import com.sun.enterprise.config.serverbeans.Applications;
import java.util.List;
import org.glassfish.api.admin.ExecuteOn;
import org.glassfish.api.admin.RestEndpoint;
import org.glassfish.api.admin.RestEndpoints;
import org.glassfish.api.admin.RuntimeType;
import org.glassfish.config.support.CommandTarget;
import org.glassfish.config.support.TargetType;
import org.glassfish.hk2.api.PerLookup;
import org.jvnet.hk2.annotations.Service;

/** {@code asadmin list-shaddock-sessions}: The connected clients. */
@Service(name = "list-shaddock-sessions")
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
                path = "list-shaddock-sessions",
                description = "The connected clients"))
public class ListSessions extends ListCommand {

    /** Made by the server for each call. */
    public ListSessions() {
        super(
                "listSessions",
                "session",
                "user",
                "address",
                "member",
                "state",
                "connectedSeconds",
                "pendingBytes",
                "mailbox",
                "routes");
    }

    /** The members search, too, since there may be more than they show. */
    @Override
    List<String> arguments() {
        return List.of(search);
    }
}
