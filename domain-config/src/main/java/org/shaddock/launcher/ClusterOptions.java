package org.shaddock.launcher;

import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;

/**
 * What a user may say about a whole cluster, besides {@link LaunchOptions}.
 *
 * @param roles for each member the server types it runs; none stands for all
 */
public record ClusterOptions(List<List<String>> roles) {

    static final String MEMBERS = "shaddock.members";
    static final String ROLES = "shaddock.roles";

    private static final int MOST = 16;
    private static final String TYPES = "[\\w-]+(,[\\w-]+)*";

    public ClusterOptions {
        roles = List.copyOf(roles);
    }

    /** Members that all run everything. */
    public static ClusterOptions alike(int members) {
        return new ClusterOptions(IntStream.range(0, members)
                .mapToObj(member -> List.<String>of())
                .toList());
    }

    /**
     * Reads the launcher's properties.
     *
     * @throws LaunchException naming the property, its value and the fix when a value makes no sense
     */
    static ClusterOptions from(Properties properties) throws LaunchException {
        String lists = properties.getProperty(ROLES);
        if (lists == null) {
            return alike(members(properties, 3));
        }
        List<String> each = Arrays.asList(lists.split(";", -1));
        int members = members(properties, Math.min(each.size(), MOST));
        if (each.size() != members || !each.stream().allMatch(list -> list.matches(TYPES))) {
            throw LaunchOptions.invalid(
                    ROLES,
                    lists,
                    "one list for each of the %d members, such as connector,gate;chat".formatted(members));
        }
        return new ClusterOptions(
                each.stream().map(list -> List.of(list.split(","))).toList());
    }

    int members() {
        return roles.size();
    }

    private static int members(Properties properties, int otherwise) throws LaunchException {
        return LaunchOptions.number(
                properties,
                MEMBERS,
                otherwise,
                members -> members >= 1 && members <= MOST,
                "a number from 1 to " + MOST);
    }
}
