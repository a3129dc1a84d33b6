package org.shaddock.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shaddock.api.AreaBehavior;
import org.shaddock.api.AreaContext;
import org.shaddock.api.Handler;
import org.shaddock.api.RateLimit;
import org.shaddock.api.Session;
import org.shaddock.filter.Access;

class HandlerScannerTest {

    @Test
    void shouldFindPublicMethodsThatAreMarked() {
        assertThat(routes(Plain.class)).containsExactly("chat.plain.all", "chat.plain.late", "chat.plain.nothing");
    }

    @Test
    void shouldTakeArgumentsInAnyOrder() {
        HandlerMethod all = scan(Plain.class).get(0);

        assertThat(all.arguments())
                .containsExactly(new Argument.OfRawBody(), new Argument.OfBody(Say.class), new Argument.OfSession());
    }

    @Test
    void shouldFindInheritedHandlersUnderTheNameOfTheClass() {
        assertThat(routes(Heir.class)).containsExactly("chat.heir.inherited", "chat.heir.overridden");
    }

    @Test
    void shouldTakeTheMethodThatOverridesAnother() {
        assertThat(scan(Heir.class))
                .allSatisfy(handler -> assertThat(handler.method().isBridge()).isFalse());
        assertThat(scan(Heir.class).get(1).method().getDeclaringClass()).isEqualTo(Heir.class);
    }

    @Test
    void shouldTakeAMethodWhoseTypeParameterIsFilledIn() {
        assertThat(scan(OfSay.class)).singleElement().satisfies(handler -> assertThat(handler.arguments())
                .containsExactly(new Argument.OfBody(Say.class)));
    }

    @Test
    void shouldNotTakeAMethodThatIsNoHandlerAnyMoreWhereItIsOverridden() {
        assertThat(routes(Silenced.class)).containsExactly("chat.silenced.inherited");
    }

    @Test
    void shouldReadTheRateLimit() {
        HandlerRegistry registry = new HandlerRegistry(scan(Limited.class));

        assertThat(registry.rateLimits()).containsOnlyKeys("chat.limited.seldom");
        assertThat(registry.rateLimits().get("chat.limited.seldom").permits()).isEqualTo(3);
    }

    @Test
    void shouldGiveAreaHandlersTheStateAndTheArea() {
        List<HandlerMethod> found =
                new HandlerScanner(Room.class, (type, handler) -> Access.EVERYBODY).scan("room", Room.class, Room::new);

        assertThat(found).singleElement().satisfies(handler -> {
            assertThat(handler.inArea()).isTrue();
            assertThat(handler.arguments())
                    .containsExactly(new Argument.OfBody(Say.class), new Argument.OfState(), new Argument.OfArea());
        });
    }

    @ParameterizedTest
    @MethodSource
    void shouldSayInOneSentenceWhatIsWrongWithAHandler(Class<?> type, String problem) {
        assertThatExceptionOfType(DefinitionException.class)
                .isThrownBy(() -> scan(type))
                .withMessage("Handler " + type.getName() + problem);
    }

    static List<Arguments> shouldSayInOneSentenceWhatIsWrongWithAHandler() {
        return List.of(
                Arguments.of(Hidden.class, ".send is not public: make it public."),
                Arguments.of(Static.class, ".send is static: make it an instance method."),
                Arguments.of(
                        TwoBodies.class,
                        ".send takes the same thing twice: it may have one body, one Session and one byte[] parameter."),
                Arguments.of(
                        TwoSessions.class,
                        ".send takes the same thing twice: it may have one body, one Session and one byte[] parameter."),
                Arguments.of(
                        Primitive.class,
                        ".send has a parameter of type int: put the body's fields in a record and take that."),
                Arguments.of(
                        NoLimit.class, ".send has a @RateLimit that is not positive: give both numbers at least 1."),
                Arguments.of(
                        Promise.class,
                        ".send returns a Future, whose end nobody would hear of: return a CompletionStage."),
                Arguments.of(
                        Homeless.class,
                        ".send takes an AreaContext, which only the handlers of an @Area have: remove the parameter."),
                Arguments.of(
                        Accent.class,
                        ".sénd: 'sénd' cannot be part of a route: use letters, digits, '-', '_' and '$' only."),
                Arguments.of(Open.class, ".send has a body of the open type T: spell the type out."),
                Arguments.of(
                        Abstract.class,
                        ".send has a body with the abstract type " + Shape.class.getName()
                                + ", of which JSON-B can make no object: use"
                                + " a record."),
                Arguments.of(
                        Generic.class,
                        ".send has the generic record " + Box.class.getName() + "<java.lang.String> in its body, which"
                                + " JSON-B cannot bind: make it a class, or write a record without <>."));
    }

    @Test
    void shouldLookIntoTheFieldsOfABody() {
        assertThatExceptionOfType(DefinitionException.class)
                .isThrownBy(() -> scan(Deep.class))
                .withMessageContaining("has a body with the abstract type " + Shape.class.getName());
    }

    @Test
    void shouldTakeBodiesThatJsonBindingUnderstands() {
        assertThat(routes(Fine.class)).hasSize(6);
    }

    @Test
    void shouldNameBothMethodsWhenARouteIsTakenTwice() {
        List<HandlerMethod> overloaded = scan(Overloaded.class);

        assertThatExceptionOfType(DefinitionException.class)
                .isThrownBy(() -> new HandlerRegistry(overloaded))
                .withMessageStartingWith("Route chat.overloaded.send has two handlers, ")
                .withMessageContaining("send(" + Say.class.getName() + ")")
                .withMessageContaining("send(" + Session.class.getName() + ")")
                .withMessageEndingWith(": rename one of the classes or methods.");
    }

    @Test
    void shouldFindAHandlerByItsRoute() {
        HandlerRegistry registry = new HandlerRegistry(scan(Plain.class));

        assertThat(registry.find("chat.plain.all")).isNotNull();
        assertThat(registry.find("chat.plain.toString")).isNull();
        assertThat(registry.routes()).containsExactly("chat.plain.all", "chat.plain.late", "chat.plain.nothing");
    }

    private static List<String> routes(Class<?> type) {
        return scan(type).stream().map(handler -> handler.route().toString()).toList();
    }

    private static List<HandlerMethod> scan(Class<?> type) {
        return new HandlerScanner().scan("chat", type, Object::new);
    }

    public record Say(String text) {}

    public record Box<T>(T value) {}

    public interface Shape {}

    public record Drawing(List<Map<String, Shape>> shapes) {}

    @Retention(RetentionPolicy.RUNTIME)
    @interface Unrelated {}

    static class Plain {
        @Handler
        public String all(byte[] raw, Say say, Session session) {
            return say.text();
        }

        @Handler
        public CompletableFuture<String> late() {
            return new CompletableFuture<>();
        }

        @Handler
        public void nothing() {}

        @Unrelated
        public void notMarked() {}
    }

    static class Ancestor {
        @Handler
        public Object inherited() {
            return 1;
        }

        @Handler
        public Object overridden() {
            return 1;
        }
    }

    public static class Heir extends Ancestor {
        @Override
        @Handler
        public String overridden() {
            return "2";
        }
    }

    public static class Silenced extends Ancestor {
        @Override
        public Object overridden() {
            return 2;
        }
    }

    abstract static class Of<T> {
        @Handler
        public abstract void send(T body);
    }

    static class OfSay extends Of<Say> {
        @Override
        @Handler
        public void send(Say body) {}
    }

    static class Limited {
        @Handler
        @RateLimit(permits = 3, perMillis = 60_000)
        public void seldom() {}

        @Handler
        public void often() {}
    }

    public static class Room implements AreaBehavior<StringBuilder> {
        @Override
        public StringBuilder onOpen(AreaContext area) {
            return new StringBuilder();
        }

        @Handler
        public void say(Say say, StringBuilder state, AreaContext area) {}
    }

    static class Hidden {
        @Handler
        void send() {}
    }

    static class Static {
        @Handler
        public static void send() {}
    }

    static class TwoBodies {
        @Handler
        public void send(Say one, Say other) {}
    }

    static class TwoSessions {
        @Handler
        public void send(Session one, Session other) {}
    }

    static class Primitive {
        @Handler
        public void send(int number) {}
    }

    static class NoLimit {
        @Handler
        @RateLimit(permits = 0)
        public void send() {}
    }

    static class Promise {
        @Handler
        public Future<String> send() {
            return new CompletableFuture<>();
        }
    }

    static class Homeless {
        @Handler
        public void send(AreaContext area) {}
    }

    static class Accent {
        @Handler
        public void sénd() {}
    }

    static class Open {
        @Handler
        public <T> void send(T body) {}
    }

    static class Abstract {
        @Handler
        public void send(Shape shape) {}
    }

    static class Generic {
        @Handler
        public void send(Box<String> box) {}
    }

    static class Deep {
        @Handler
        public void send(Drawing drawing) {}
    }

    static class Fine {
        @Handler
        public void record(Say say) {}

        @Handler
        public void list(List<Say> says) {}

        @Handler
        public void map(Map<String, Object> map) {}

        @Handler
        public void array(Say[] says) {}

        @Handler
        public void anything(Object body) {}

        @Handler
        public void bean(StringBuilder bean) {}
    }

    static class Overloaded {
        @Handler
        public void send(Say say) {}

        @Handler
        public void send(Session session) {}
    }
}
