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

/** {@code asadmin list-shaddock-channels}: The channels and how many users are in them. */
@Service(name = "list-shaddock-channels")
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
                path = "list-shaddock-channels",
                description = "The channels and how many users are in them"))
public class ListChannels extends ListCommand {

    /** Made by the server for each call. */
    public ListChannels() {
        super("listChannels", "channel", "member", "users");
    }

    /** The members search, too, since there may be more than they show. */
    @Override
    List<String> arguments() {
        return List.of(search);
    }
}
