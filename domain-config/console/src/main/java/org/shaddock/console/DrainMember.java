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

/** {@code asadmin drain-shaddock-member}: Takes a member out of service, gently: no new clients or areas, areas go to other members. */
@Service(name = "drain-shaddock-member")
@PerLookup
@ExecuteOn(RuntimeType.DAS)
@RestEndpoints(
        @RestEndpoint(
                configBean = Applications.class,
                opType = RestEndpoint.OpType.POST,
                path = "drain-shaddock-member",
                description =
                        "Takes a member out of service, gently: no new clients or areas, areas go to other members"))
public class DrainMember extends ActionCommand {

    @Param(primary = true)
    String member = "";

    /** Made by the server for each call. */
    public DrainMember() {
        super("drain");
    }

    @Override
    String target() {
        return member;
    }

    @Override
    List<String> arguments() {
        return List.of();
    }

    @Override
    String done(long count) {
        return "Member " + member + " drains. 'asadmin list-shaddock-members' shows when it is empty.";
    }

    @Override
    String nothing() {
        return "Member '" + member + "' drains already.";
    }
}
