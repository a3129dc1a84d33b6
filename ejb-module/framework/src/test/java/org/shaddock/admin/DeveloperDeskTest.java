package org.shaddock.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shaddock.admin.DeveloperDesk.Question;
import org.shaddock.admin.DeveloperDesk.What;
import org.shaddock.api.Handler;
import org.shaddock.testing.ServerFixture;
import org.shaddock.testing.TestClient;

class DeveloperDeskTest {

    private final ServerFixture server =
            ServerFixture.with(new Echo()).set("developer.page", "true").start();
    private final DeveloperDesk desk = server.framework().developerDesk().orElseThrow();

    @Test
    void shouldNotBeThereUnlessItIsSwitchedOn() {
        assertThat(ServerFixture.with(new Echo()).start().framework().developerDesk())
                .isEmpty();
    }

    @Test
    void shouldShowEachMemberUnderItsName() {
        TestClient unused = server.enter();

        assertThat(asked(What.MEMBERS, "", 0)).startsWith("{\"m\":{\"rows\":[{").contains("\"sessions\":1");
        assertThat(asked(What.AREAS, "", 0)).isEqualTo("{\"m\":{\"rows\":[],\"total\":0}}");
    }

    @Test
    void shouldFindSessions() {
        server.enter().view().bind("ann");
        server.enter().view().bind("ben");

        assertThat(asked(What.SESSIONS, "ann", 0)).contains("\"user\":\"ann\"").doesNotContain("ben");
    }

    @Test
    void shouldShowWhatASessionSentAndGot() {
        TestClient client = server.enter();
        client.send(TestClient.request(3, "test.echo.say", "{'text':'<b>'}"));

        assertThat(asked(What.MESSAGES, client.session().id().toString(), 0))
                .contains(
                        "\"direction\":\"in\",\"id\":3,\"kind\":\"request\"",
                        "\"route\":\"test.echo.say\",\"text\":\"{\\\"text\\\":\\\"<b>\\\"}\"",
                        "\"direction\":\"out\",\"id\":3,\"kind\":\"response\"");
    }

    @Test
    void shouldShowNothingOfASessionThatIsNotThere() {
        assertThat(asked(What.MESSAGES, "m#0", 0)).isEqualTo("{\"m\":[]}");
    }

    @Test
    void shouldHaveAFormForEachRoute() {
        assertThat(text(desk.routes())).contains("\"route\":\"test.echo.say\"");
    }

    @Test
    void shouldAskOtherMembersInTheSameWords() {
        Question question = new Question(What.MESSAGES, "m#1", 12);

        assertThat(Question.parse(question.toBytes())).isEqualTo(question);
    }

    private String asked(What what, String text, long after) {
        return text(desk.askAll(new Question(what, text, after)).join());
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    /** Answers. */
    public static class Echo {

        @Handler
        public Map<String, Object> say(Said said) {
            return Map.of("heard", said.text());
        }
    }

    public record Said(String text) {}
}
