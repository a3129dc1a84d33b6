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

/** {@code asadmin drain-shaddock-member}: Takes a member out of service, gently: nothing new, and its clients and areas go to other members. */
@Service(name = "drain-shaddock-member")
@PerLookup
@ExecuteOn(RuntimeType.DAS)
@RestEndpoints(
        @RestEndpoint(
                configBean = Applications.class,
                opType = RestEndpoint.OpType.POST,
                path = "drain-shaddock-member",
                description =
                        "Takes a member out of service, gently: nothing new, and its clients and areas go to other"
                                + " members"))
public class DrainMember extends ActionCommand {

    private static final String NOT_AT_ALL = "0";

    @Param(primary = true)
    String member = "";

    @Param(name = "wait", optional = true, defaultValue = NOT_AT_ALL)
    String seconds = NOT_AT_ALL;

    /** Made by the server for each call. */
    public DrainMember() {
        super(
                "drain",
                "It drains: 'asadmin list-shaddock-members' shows when it is empty.",
                "It is not empty after %s seconds: wait longer, or stop it all the same.");
    }

    @Override
    String target() {
        return member;
    }

    @Override
    List<String> arguments() {
        return List.of(seconds);
    }

    @Override
    String done(long count) {
        return seconds.equals(NOT_AT_ALL) ? super.done(count) : "It is empty.";
    }

    /** A member answers whether it is empty, which matters only to those who wait for it. */
    @Override
    long count(String answer) {
        return seconds.equals(NOT_AT_ALL) ? 1 : super.count(answer);
    }
}
