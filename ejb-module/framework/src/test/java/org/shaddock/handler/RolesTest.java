package org.shaddock.handler;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shaddock.api.Handler;
import org.shaddock.api.Identity;
import org.shaddock.api.Session;
import org.shaddock.grid.LocalGrid;
import org.shaddock.testing.ServerFixture;
import org.shaddock.testing.TestClient;

class RolesTest {

    private final ServerFixture server = ServerFixture.with(new Court()).start();
    private final TestClient client = server.enter();

    @Test
    void shouldLetInWhoHasOneOfTheRoles() {
        client.view().bind(new Identity("ann", Set.of("king", "cook")));

        assertThat(answer("court.rule")).isEqualTo("{\"by\":\"ann\"}");
    }

    @Test
    void shouldAnswer1403ToWhoHasNone() {
        client.view().bind(new Identity("ann", Set.of("cook")));

        assertThat(answer("court.rule")).isEqualTo("{\"code\":1403,\"message\":\"You may not call test.court.rule.\"}");
        assertThat(answer("court.haunt"))
                .isEqualTo("{\"code\":1403,\"message\":\"You may not call test.court.haunt.\"}");
    }

    @Test
    void shouldAskWhoHasNotSignedInToDoSo() {
        assertThat(answer("court.rule")).isEqualTo("{\"code\":1403,\"message\":\"Sign in to call test.court.rule.\"}");
        assertThat(answer("court.visit"))
                .isEqualTo("{\"code\":1403,\"message\":\"Sign in to call test.court.visit.\"}");
    }

    @Test
    void shouldLetInWhoeverHasSignedInWhereTheRoleIsTwoAsterisks() {
        client.view().bind("ann");

        assertThat(answer("court.visit")).isEqualTo("{\"by\":\"ann\"}");
    }

    @Test
    void shouldTakeNoRolesFromWhatAClientSends() {
        client.send(TestClient.request(1, "test.court.rule", "{'roles':['king'],'identity':{'roles':['king']}}"));

        assertThat(client.log())
                .containsExactly("RESPONSE 1 {\"code\":1403,\"message\":\"Sign in to call test.court.rule.\"}");
    }

    @Test
    void shouldTakeTheRolesAwayWithTheUser() {
        client.view().bind(new Identity("ann", Set.of("king")));
        client.view().unbind();
        client.view().bind("ann");

        assertThat(answer("court.rule")).contains("1403");
    }

    @Test
    void shouldLookAtTheRolesThatCameAlongWhenTheHandlerRunsOnAnotherMember() {
        TestClient far = farClient(new Court());
        far.view().bind(new Identity("ann", Set.of("king")));
        assertThat(answer(far, "court.rule")).isEqualTo("{\"by\":\"ann\"}");
        assertThat(answer(far, "court.haunt")).contains("1403");

        far.view().unbind();
        far.view().bind(new Identity("ben", Set.of("cook")));
        assertThat(answer(far, "court.rule"))
                .isEqualTo("{\"code\":1403,\"message\":\"You may not call test.court.rule.\"}");
    }

    @Test
    void shouldLookAgainOnTheMemberThatServesSinceItMayKnowBetter() {
        TestClient far = farClient(new Earlier.Court());

        far.view().bind(new Identity("ben", Set.of("cook")));

        assertThat(answer(far, "court.rule"))
                .isEqualTo("{\"code\":1403,\"message\":\"You may not call test.court.rule.\"}");
    }

    /** Connected to a member that runs no handlers itself. */
    private static TestClient farClient(Object asItIsKnownThere) {
        LocalGrid grid = new LocalGrid(Runnable::run);
        ServerFixture unused =
                ServerFixture.with(new Court()).member("back", grid).start();
        return ServerFixture.with(asItIsKnownThere)
                .member("front", grid)
                .set("server-types", "connector")
                .start()
                .enter();
    }

    private String answer(String handler) {
        return answer(client, handler);
    }

    private static String answer(TestClient client, String handler) {
        client.connection().forget();
        client.request(1, handler);
        return client.log().get(0).substring("RESPONSE 1 ".length());
    }

    public static class Court {

        @Handler
        @RolesAllowed("king")
        public Map<String, String> rule(Session session) {
            return Map.of("by", session.userId());
        }

        @Handler
        @RolesAllowed("**")
        public Map<String, String> visit(Session session) {
            return Map.of("by", session.userId());
        }

        @Handler
        @DenyAll
        public void haunt() {}
    }

    /** The same before anybody thought of roles. */
    static final class Earlier {

        public static class Court {

            @Handler
            public Map<String, String> rule(Session session) {
                return Map.of("by", session.userId());
            }
        }
    }
}
