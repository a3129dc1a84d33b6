package org.shaddock.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One member of a cluster.
 *
 * @param name   unique in the cluster
 * @param roles  the server types it runs; none stands for all
 * @param server how its server runs
 */
public record MemberPlan(String name, List<String> roles, ServerPlan server) {

    private static final String MIN_MEMBERS = "shaddock.cluster.min-members";
    private static final String EXPECTED_MEMBERS = "shaddock.cluster.expected-members";
    private static final String PUBLIC_HOST = "shaddock.connector.public-host";
    private static final String ANY_HOST = "0.0.0.0";

    public MemberPlan {
        roles = List.copyOf(roles);
    }

    /**
     * Plans a whole cluster on this machine: members m1, m2 and so on, each with a directory of that name, that know where
     * to look for one another.
     *
     * @throws LaunchException when a port that the user wants is taken
     */
    public static List<MemberPlan> cluster(
            Path application, Path directory, LaunchOptions options, ClusterOptions cluster) throws LaunchException {
        List<Ports> ports = Ports.allocate(options.httpHost(), options.httpPort(), cluster.members());
        DataGrid grid = DataGrid.of(ports);
        List<MemberPlan> members = new ArrayList<>();
        for (int index = 0; index < cluster.members(); index++) {
            String name = "m" + (index + 1);
            List<String> roles = cluster.roles().get(index);
            LaunchOptions own = options.with(properties(name, roles, ports.get(index), cluster.members(), options));
            members.add(new MemberPlan(
                    name, roles, new ServerPlan(application, directory.resolve(name), own, ports.get(index), grid)));
        }
        return members;
    }

    /** What the application in this member is told; where the user has said something for all members, that holds. */
    private static Map<String, String> properties(
            String name, List<String> roles, Ports ports, int members, LaunchOptions options) {
        Map<String, String> properties = new TreeMap<>();
        properties.put(MIN_MEMBERS, String.valueOf(members / 2 + 1));
        properties.put(EXPECTED_MEMBERS, String.valueOf(members));
        if (!options.httpHost().equals(ANY_HOST)) {
            properties.put(PUBLIC_HOST, options.httpHost());
        }
        properties.putAll(options.application());
        properties.put("shaddock.member", name);
        properties.put("shaddock.connector.public-port", String.valueOf(ports.http()));
        if (!roles.isEmpty()) {
            properties.put("shaddock.server-types", String.join(",", roles));
        }
        return properties;
    }
}
