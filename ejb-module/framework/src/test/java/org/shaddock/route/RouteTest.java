package org.shaddock.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {

    @Test
    void shouldNameTheHandlerAfterItsClass() {
        assertThat(Route.of("chat", RouteTest.class, "send")).hasToString("chat.routeTest.send");
    }

    @Test
    void shouldReadWhatItWrites() {
        Route route = new Route("chat", "chatHandler", "send");

        assertThat(Route.parse(route.toString())).contains(route);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "chat",
                "chat.send",
                "a.b.c.d",
                "..",
                "a..c",
                ".b.c",
                "a.b.",
                "a.b.c ",
                "a.b.c\n",
                "a.b.\u00e9",
                "a/b.c.d"
            })
    void shouldNotReadWhatIsNoRoute(String text) {
        assertThat(Route.parse(text)).isEmpty();
    }

    @Test
    void shouldNotReadMoreThanTheWireCanCarry() {
        assertThat(Route.parse("a.b." + "c".repeat(251))).isPresent();
        assertThat(Route.parse("a.b." + "c".repeat(252))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "a b", "\u00e9"})
    void shouldRefusePartsThatCannotBeTold(String part) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Route("chat", "chatHandler", part))
                .withMessageContaining("'" + part + "' cannot be part of a route");
    }

    @Test
    void shouldRefuseARouteThatIsTooLong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Route("chat", "chatHandler", "x".repeat(239)))
                .withMessageContaining("at most 255 characters");
    }
}
