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

/** {@code asadmin close-shaddock-area}: Closes an area; it opens anew when it is next entered. */
@Service(name = "close-shaddock-area")
@PerLookup
@ExecuteOn(RuntimeType.DAS)
@RestEndpoints(
        @RestEndpoint(
                configBean = Applications.class,
                opType = RestEndpoint.OpType.POST,
                path = "close-shaddock-area",
                description = "Closes an area; it opens anew when it is next entered"))
public class CloseArea extends WideActionCommand {

    @Param(primary = true)
    String area = "";

    /** Made by the server for each call. */
    public CloseArea() {
        super("closeArea", "Closed area %s.", "There is no open area '%s': 'asadmin list-shaddock-areas' shows all.");
    }

    @Override
    List<String> arguments() {
        return List.of(area);
    }
}
