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

/** {@code asadmin kick-shaddock-user}: Ends all sessions of a user, and tells its clients why. */
@Service(name = "kick-shaddock-user")
@PerLookup
@ExecuteOn(RuntimeType.DAS)
@RestEndpoints(
        @RestEndpoint(
                configBean = Applications.class,
                opType = RestEndpoint.OpType.POST,
                path = "kick-shaddock-user",
                description = "Ends all sessions of a user, and tells its clients why"))
public class KickUser extends WideActionCommand {

    @Param(primary = true)
    String user = "";

    @Param(optional = true, defaultValue = "an operator ended this session")
    String reason = "an operator ended this session";

    /** Made by the server for each call. */
    public KickUser() {
        super("kickUser", "Kicked user %s.", "User '%s' has no session: 'asadmin list-shaddock-sessions' shows all.");
    }

    @Override
    List<String> arguments() {
        return List.of(user, reason);
    }
}
