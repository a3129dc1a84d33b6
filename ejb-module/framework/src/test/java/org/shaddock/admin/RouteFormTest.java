package org.shaddock.admin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.shaddock.api.Handler;
import org.shaddock.api.Session;
import org.shaddock.handler.HandlerRegistry;
import org.shaddock.handler.HandlerScanner;
import org.shaddock.runtime.DeclaredAccess;

class RouteFormTest {

    @Test
    void shouldHaveAFieldForEachComponentOfTheRecord() {
        assertThat(form("order"))
                .isEqualTo(new RouteForm(
                        "shop.counter.order",
                        true,
                        Set.of(),
                        List.of(
                                field("dish", "text"),
                                field("howMany", "number"),
                                field("price", "number"),
                                field("hot", "flag"),
                                new RouteForm.Field(
                                        "unit",
                                        "enum",
                                        List.of(
                                                "NANOSECONDS",
                                                "MICROSECONDS",
                                                "MILLISECONDS",
                                                "SECONDS",
                                                "MINUTES",
                                                "HOURS",
                                                "DAYS")),
                                field("extras", "json")),
                        false));
    }

    @Test
    void shouldHaveNoFieldWhenThereIsNoBody() {
        assertThat(form("close"))
                .isEqualTo(new RouteForm("shop.counter.close", false, Set.of("owner"), List.of(), false));
    }

    @Test
    void shouldTakeAnyJsonWhenTheBodyIsNoRecord() {
        assertThat(form("many").freeBody()).isTrue();
    }

    private static RouteForm form(String method) {
        HandlerRegistry handlers =
                new HandlerRegistry(new HandlerScanner(new DeclaredAccess()).scan("shop", Counter.class, Counter::new));
        String route = "shop.counter." + method;
        return RouteForm.of(route, handlers.byRoute().get(route));
    }

    private static RouteForm.Field field(String name, String kind) {
        return new RouteForm.Field(name, kind, List.of());
    }

    public static class Counter {

        @Handler
        public void order(Order order, Session session) {}

        @Handler
        @RolesAllowed("owner")
        public void close(Session session) {}

        @Handler
        public void many(List<Order> orders) {}
    }

    public record Order(String dish, int howMany, Double price, boolean hot, TimeUnit unit, List<String> extras) {}
}
