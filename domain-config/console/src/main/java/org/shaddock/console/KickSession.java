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

/** {@code asadmin kick-shaddock-session}: Ends one session, and tells its client why. */
@Service(name = "kick-shaddock-session")
@PerLookup
@ExecuteOn(RuntimeType.DAS)
@RestEndpoints(
        @RestEndpoint(
                configBean = Applications.class,
                opType = RestEndpoint.OpType.POST,
                path = "kick-shaddock-session",
                description = "Ends one session, and tells its client why"))
public class KickSession extends WideActionCommand {

    @Param(primary = true)
    String session = "";

    @Param(optional = true, defaultValue = "an operator ended this session")
    String reason = "an operator ended this session";

    /** Made by the server for each call. */
    public KickSession() {
        super(
                "kickSession",
                "Kicked session %s.",
                "There is no session '%s': 'asadmin list-shaddock-sessions' shows all.");
    }

    @Override
    List<String> arguments() {
        return List.of(session, reason);
    }
}
