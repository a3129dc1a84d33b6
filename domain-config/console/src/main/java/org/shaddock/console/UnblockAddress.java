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

/** {@code asadmin unblock-shaddock-address}: Lifts the block of an address or a range. */
@Service(name = "unblock-shaddock-address")
@PerLookup
@ExecuteOn(RuntimeType.DAS)
@RestEndpoints(
        @RestEndpoint(
                configBean = Applications.class,
                opType = RestEndpoint.OpType.POST,
                path = "unblock-shaddock-address",
                description = "Lifts the block of an address or a range"))
public class UnblockAddress extends WideActionCommand {

    @Param(primary = true)
    String address = "";

    /** Made by the server for each call. */
    public UnblockAddress() {
        super(
                "unblockAddress",
                "Unblocked %s on %d members.",
                "No member blocks '%s': give it as 'asadmin list-shaddock-blocks' shows it.");
    }

    @Override
    List<String> arguments() {
        return List.of(address);
    }
}
