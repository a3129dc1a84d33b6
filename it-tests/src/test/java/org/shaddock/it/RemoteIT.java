package org.shaddock.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shaddock.it.remote.CountingFilter;
import org.shaddock.it.remote.DeskHandler;
import org.shaddock.it.remote.FirstMember;
import org.shaddock.it.remote.Score;
import org.shaddock.it.remote.ScoreBoard;

/** A handler calls a {@code @Remote} interface that a bean of the same member implements: injected, called, answered. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class RemoteIT {

    @Deployment(testable = false)
    static EnterpriseArchive ear() {
        return Ears.withGame(
                DeskHandler.class,
                DeskHandler.Bet.class,
                DeskHandler.Failure.class,
                DeskHandler.Figures.class,
                Score.class,
                Score.Points.class,
                ScoreBoard.class,
                FirstMember.class,
                CountingFilter.class);
    }

    @Test
    void shouldCallAndGoOnWhenTheAnswerIsThere() {
        assertThat(ask("add", bet("ann", 3))).containsEntry("points", 3L);
        assertThat(ask("add", bet("ann", 4))).containsEntry("player", "ann").containsEntry("points", 7L);
    }

    @Test
    void shouldWaitForTheValue() {
        ask("add", bet("bob", 5));

        assertThat(ask("of", bet("bob", 0))).containsEntry("points", 5L);
    }

    @Test
    void shouldWaitForCallsThatWaitForCalls() {
        ask("add", bet("cas", 6));

        assertThat(ask("round", bet("cas", 20))).containsEntry("points", 6L);
    }

    @Test
    void shouldSendAndForget() {
        ask("add", bet("dan", 5));
        ask("reset", bet("dan", 0));

        Eventually.holds("they are gone", () -> Long.valueOf(0)
                .equals(ask("of", bet("dan", 0)).get("points")));
    }

    @Test
    void shouldBringTheImplementationsErrorToTheClient() {
        assertThat(ask("fail", Map.of("asTold", true)))
                .containsEntry("code", 2001L)
                .containsEntry("message", "There is no such player.");
    }

    @Test
    void shouldKeepOtherFailuresToItself() {
        assertThat(ask("fail", Map.of("asTold", false)))
                .containsEntry("code", 500L)
                .containsEntry("message", "The call failed on the other member.");
    }

    @Test
    void shouldLetAFilterRefuseACall() {
        assertThat(ask("add", bet("nobody", 1)))
                .containsEntry("code", 2403L)
                .containsEntry("message", "Nobody has no points.");
    }

    @Test
    void shouldSayThatAMemberIsNotThere() {
        assertThat(ask("addElsewhere", bet("eve", 1))).containsEntry("message", "There is no member elsewhere.");
    }

    @Test
    void shouldAskTheGamesOwnRouter() {
        assertThat(ask("thread", Map.of())).extractingByKey("routed").isNotEqualTo(0L);
    }

    @Test
    void shouldInjectTheProxyByTheInterfaceAndTheBeanByItsClass() {
        ask("add", bet("fay", 9));
        Map<String, Object> figures = ask("figures", bet("fay", 0));

        assertThat(figures).containsEntry("points", 9L).containsEntry("isLocal", false);
        assertThat(figures.get("members"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(1);
        assertThat(figures.get("served")).isNotEqualTo(0L);
    }

    private static Map<String, Object> bet(String player, int points) {
        return Map.of("player", player, "points", points);
    }

    private static Map<String, Object> ask(String method, Map<String, Object> body) {
        try (PomeloClient client = PomeloClient.connect(TestServer.uri())) {
            return client.ask("desk.deskHandler." + method, body);
        }
    }
}
