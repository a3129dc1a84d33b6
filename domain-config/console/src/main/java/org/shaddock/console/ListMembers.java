package org.shaddock.console;

import com.sun.enterprise.config.serverbeans.Applications;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.glassfish.api.admin.ExecuteOn;
import org.glassfish.api.admin.RestEndpoint;
import org.glassfish.api.admin.RestEndpoints;
import org.glassfish.api.admin.RuntimeType;
import org.glassfish.config.support.CommandTarget;
import org.glassfish.config.support.TargetType;
import org.glassfish.hk2.api.PerLookup;
import org.jvnet.hk2.annotations.Service;

/** {@code asadmin list-shaddock-members}: The members and what they carry. */
@Service(name = "list-shaddock-members")
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
                path = "list-shaddock-members",
                description = "The members and what they carry"))
public class ListMembers extends ListCommand {

    /** Made by the server for each call. */
    public ListMembers() {
        super(
                "listMembers",
                "member",
                "state",
                "serverTypes",
                "sessions",
                "areas",
                "messagesIn",
                "pendingBytes",
                "underWay",
                "upSeconds",
                "inPerSecond",
                "outPerSecond",
                "tickP99Micros");
    }

    @Override
    String summary(List<Map<String, Object>> rows) {
        return Overview.of(rows);
    }

    /** The administration server need not run the application; an instance should. */
    @Override
    List<Map<String, Object>> silent(String server, Answer answer) {
        if (server.equals("server")) {
            return List.of();
        }
        Map<String, Object> row = new HashMap<>();
        row.put("member", server);
        row.put("state", answer.text().toLowerCase(Locale.ROOT).replace(' ', '-'));
        return List.of(row);
    }
}
