package org.shaddock.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MemberPlanTest {

    private final Properties given = new Properties();

    MemberPlanTest() {
        given.setProperty("shaddock.http.port", "0");
    }

    @Test
    void shouldTellEachMemberItsNameAndWhereClientsReachIt() throws LaunchException {
        List<MemberPlan> members = plan(ClusterOptions.alike(2));

        assertThat(members).extracting(MemberPlan::name).containsExactly("m1", "m2");
        assertThat(members).allSatisfy(member -> assertThat(application(member))
                .containsEntry("shaddock.member", member.name())
                .containsEntry("shaddock.cluster.expected-members", "2")
                .containsEntry("shaddock.connector.public-host", "127.0.0.1")
                .containsEntry(
                        "shaddock.connector.public-port",
                        String.valueOf(member.server().ports().http()))
                .doesNotContainKey("shaddock.server-types"));
    }

    @Test
    void shouldGiveEachMemberADirectoryOfItsOwnAndAllTheSameGrid() throws LaunchException {
        List<MemberPlan> members = plan(ClusterOptions.alike(3));

        assertThat(members)
                .extracting(member -> member.server().directory().getFileName().toString())
                .containsExactly("m1", "m2", "m3");
        assertThat(members.stream().map(member -> member.server().grid()).distinct())
                .singleElement()
                .satisfies(grid -> assertThat(grid.ports())
                        .containsExactlyElementsOf(members.stream()
                                .map(member -> member.server().ports().hazelcast())
                                .toList()));
    }

    @Test
    void shouldTellEachMemberTheTypesItRuns() throws LaunchException {
        List<MemberPlan> members = plan(new ClusterOptions(List.of(List.of("connector", "gate"), List.of("chat"))));

        assertThat(members)
                .extracting(member -> application(member).get("shaddock.server-types"))
                .containsExactly("connector,gate", "chat");
    }

    @Test
    void shouldWantAMajorityOfTheMembers() throws LaunchException {
        assertThat(List.of(minimum(1), minimum(2), minimum(3), minimum(4))).containsExactly("1", "2", "2", "3");
    }

    @Test
    void shouldHandOnWhatTheUserSaysForAllMembers() throws LaunchException {
        given.setProperty("shaddock.cluster.min-members", "1");
        given.setProperty("shaddock.connector.public-host", "game.example");
        given.setProperty("shaddock.area.mailbox", "7");

        assertThat(plan(ClusterOptions.alike(3))).allSatisfy(member -> assertThat(application(member))
                .containsEntry("shaddock.cluster.min-members", "1")
                .containsEntry("shaddock.connector.public-host", "game.example")
                .containsEntry("shaddock.area.mailbox", "7"));
    }

    @Test
    void shouldLeaveTheHostToTheClientsWhenTheMembersListenOnAll() throws LaunchException {
        given.setProperty("shaddock.http.host", "0.0.0.0");

        assertThat(plan(ClusterOptions.alike(1))).allSatisfy(member -> assertThat(application(member))
                .doesNotContainKey("shaddock.connector.public-host"));
    }

    private String minimum(int members) throws LaunchException {
        return application(plan(ClusterOptions.alike(members)).get(0)).get("shaddock.cluster.min-members");
    }

    private List<MemberPlan> plan(ClusterOptions options) throws LaunchException {
        return MemberPlan.cluster(Path.of("shaddock.war"), Path.of("run"), LaunchOptions.from(given), options);
    }

    private static Map<String, String> application(MemberPlan member) {
        return member.server().options().application();
    }
}
