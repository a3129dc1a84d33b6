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

/** {@code asadmin block-shaddock-address}: Blocks an address or a range, and ends the sessions from there. */
@Service(name = "block-shaddock-address")
@PerLookup
@ExecuteOn(RuntimeType.DAS)
@RestEndpoints(
        @RestEndpoint(
                configBean = Applications.class,
                opType = RestEndpoint.OpType.POST,
                path = "block-shaddock-address",
                description = "Blocks an address or a range, and ends the sessions from there"))
public class BlockAddress extends WideActionCommand {

    @Param(primary = true)
    String address = "";

    /** Made by the server for each call. */
    public BlockAddress() {
        super("blockAddress", "Blocked %s on %d members.", "No member blocked %s.");
    }

    @Override
    List<String> arguments() {
        return List.of(address);
    }

    /** A member answers how many sessions it ended, and blocks the address whatever their number. */
    @Override
    long count(String answer) {
        return 1;
    }
}
