package org.shaddock.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.shaddock.api.HandlerFilter;
import org.shaddock.api.Outcome;
import org.shaddock.api.Request;

class FilterChainTest {

    private static final Request REQUEST = Requests.of("chat.chatHandler.send");
    private static final Outcome FINE = new Outcome.Answer("fine");

    private final List<String> steps = new ArrayList<>();

    @Test
    void shouldWrapTheHandlerLikeAnOnion() {
        FilterChain.Passage passage = chain(filter("a"), filter("b")).enter(REQUEST);

        assertThat(passage.before()).isEmpty();
        assertThat(passage.after(FINE)).isEqualTo(FINE);

        assertThat(steps).containsExactly("a in", "b in", "b out", "a out");
    }

    @Test
    void shouldGoNoFurtherInWhenAFilterAnswers() {
        FilterChain.Passage passage = chain(filter("a"), filter("b", () -> Optional.of("early")), filter("c"))
                .enter(REQUEST);

        assertThat(passage.before()).contains("early");
        passage.after(new Outcome.Answer("early"));

        assertThat(steps).containsExactly("a in", "b in", "b out", "a out");
    }

    @Test
    void shouldComeOutOfEveryFilterThatWasEnteredWhenOneThrows() {
        FilterChain.Passage passage = chain(filter("a"), filter("b", FilterChainTest::broken), filter("c"))
                .enter(REQUEST);

        assertThatThrownBy(passage::before).hasMessage("broken");
        passage.after(FINE);

        assertThat(steps).containsExactly("a in", "b in", "b out", "a out");
    }

    @Test
    void shouldHandTheChangedOutcomeOutwards() {
        FilterChain.Passage passage = chain(
                        filter("a", Optional::empty, FilterChainTest::louder),
                        filter("b", Optional::empty, FilterChainTest::louder))
                .enter(REQUEST);
        passage.before();

        assertThat(passage.after(FINE)).isEqualTo(new Outcome.Answer("fine!!"));
    }

    @Test
    void shouldFailButGoOnWhenAnAfterFilterThrows() {
        FilterChain.Passage passage = chain(filter("a"), filter("b", Optional::empty, outcome -> broken()))
                .enter(REQUEST);
        passage.before();

        assertThat(passage.after(FINE))
                .isInstanceOfSatisfying(Outcome.Failure.class, failure -> assertThat(failure.error())
                        .hasMessage("broken"));
        assertThat(steps).endsWith("b out", "a out");
    }

    @Test
    void shouldFailButGoOnWhenAnAfterFilterEndsWithAnError() {
        UnaryOperator<Outcome> linkage = outcome -> {
            throw new NoClassDefFoundError("gone");
        };
        FilterChain.Passage passage =
                chain(filter("a"), filter("b", Optional::empty, linkage)).enter(REQUEST);
        passage.before();

        assertThat(passage.after(FINE)).isInstanceOf(Outcome.Failure.class);
        assertThat(steps).endsWith("a out");
    }

    @Test
    void shouldEnterNoFurtherFilterWhenTheWayOutHasStarted() {
        FilterChain.Passage[] passage = new FilterChain.Passage[1];
        FilterChain chain = chain(
                filter("slow", () -> {
                    passage[0].after(FINE);
                    return Optional.empty();
                }),
                filter("next"));
        passage[0] = chain.enter(REQUEST);

        assertThat(passage[0].before()).isEmpty();
        assertThat(steps).containsExactly("slow in", "slow out");
    }

    @Test
    void shouldComeOutOfEachFilterOnceWhenTheWayOutIsTakenTwice() {
        FilterChain.Passage passage = chain(filter("a")).enter(REQUEST);
        passage.before();
        passage.after(FINE);
        passage.after(FINE);

        assertThat(steps).containsExactly("a in", "a out");
    }

    private static <T> T broken() {
        throw new IllegalStateException("broken");
    }

    private static Outcome louder(Outcome outcome) {
        return new Outcome.Answer(((Outcome.Answer) outcome).body() + "!");
    }

    private static FilterChain chain(HandlerFilter... filters) {
        return new FilterChain(List.of(filters));
    }

    private HandlerFilter filter(String name) {
        return filter(name, Optional::empty);
    }

    private HandlerFilter filter(String name, Supplier<Optional<Object>> before) {
        return filter(name, before, outcome -> outcome);
    }

    private HandlerFilter filter(String name, Supplier<Optional<Object>> before, UnaryOperator<Outcome> after) {
        return new HandlerFilter() {
            @Override
            public Optional<Object> before(Request request) {
                steps.add(name + " in");
                return before.get();
            }

            @Override
            public Outcome after(Request request, Outcome outcome) {
                steps.add(name + " out");
                return after.apply(outcome);
            }
        };
    }
}
