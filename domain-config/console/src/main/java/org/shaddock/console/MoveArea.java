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

/** {@code asadmin move-shaddock-area}: Moves an area to another member, with what it saves. */
@Service(name = "move-shaddock-area")
@PerLookup
@ExecuteOn(RuntimeType.DAS)
@RestEndpoints(
        @RestEndpoint(
                configBean = Applications.class,
                opType = RestEndpoint.OpType.POST,
                path = "move-shaddock-area",
                description = "Moves an area to another member, with what it saves"))
public class MoveArea extends WideActionCommand {

    @Param(primary = true)
    String area = "";

    @Param(optional = true, defaultValue = "")
    String member = "";

    /** Made by the server for each call. */
    public MoveArea() {
        super("moveArea", "Moved area %s.", "There is no open area '%s': 'asadmin list-shaddock-areas' shows all.");
    }

    @Override
    List<String> arguments() {
        return List.of(area, member);
    }
}
