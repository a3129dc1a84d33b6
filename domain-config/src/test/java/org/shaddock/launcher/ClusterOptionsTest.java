package org.shaddock.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterOptionsTest {

    private final Properties given = new Properties();

    @Test
    void shouldTakeThreeMembersThatRunEverythingWhenNothingIsSaid() throws LaunchException {
        assertThat(ClusterOptions.from(given)).isEqualTo(ClusterOptions.alike(3));
    }

    @Test
    void shouldTakeAsManyMembersAsWanted() throws LaunchException {
        given.setProperty("shaddock.members", "16");

        assertThat(ClusterOptions.from(given).roles()).hasSize(16).containsOnly(List.of());
    }

    @Test
    void shouldTakeAMemberForEachListOfRoles() throws LaunchException {
        given.setProperty("shaddock.roles", "connector,gate;chat");

        assertThat(ClusterOptions.from(given).roles()).containsExactly(List.of("connector", "gate"), List.of("chat"));
    }

    @ParameterizedTest
    @CsvSource({
        "shaddock.members, 0, a number from 1 to 16",
        "shaddock.members, 17, a number from 1 to 16",
        "shaddock.members, many, a number from 1 to 16",
        "shaddock.roles, chat;chat;, 'one list for each of the 3 members, such as connector,gate;chat'",
        "shaddock.roles, a b, 'one list for each of the 1 members, such as connector,gate;chat'",
    })
    void shouldNameThePropertyTheValueAndTheFixWhenAValueIsWrong(String name, String value, String fix) {
        given.setProperty(name, value);

        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> ClusterOptions.from(given))
                .withMessage("-D%s=%s cannot be used: give %s.", name, value, fix);
    }

    @Test
    void shouldRefuseRolesForAnotherNumberOfMembers() {
        given.setProperty("shaddock.members", "3");
        given.setProperty("shaddock.roles", "connector;chat");

        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> ClusterOptions.from(given))
                .withMessageEndingWith("give one list for each of the 3 members, such as connector,gate;chat.");
    }

    @Test
    void shouldRefuseMoreListsThanMembersThereMayBe() {
        given.setProperty("shaddock.roles", "chat;".repeat(16) + "chat");

        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> ClusterOptions.from(given))
                .withMessageContaining("one list for each of the 16 members");
    }
}
