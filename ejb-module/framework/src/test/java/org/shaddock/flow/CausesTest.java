package org.shaddock.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class CausesTest {

    private final TimeoutException cause = new TimeoutException("too late");

    @Test
    void shouldPeelOffAllLayersWhenFuturesAndReflectionWrapped() {
        Throwable wrapped = new CompletionException(new ExecutionException(new InvocationTargetException(cause)));

        assertThat(Causes.peel(wrapped)).isSameAs(cause);
    }

    @Test
    void shouldKeepTheErrorWhenItsCauseIsPartOfWhatItSays() {
        Throwable error = new IllegalStateException("cannot start", cause);

        assertThat(Causes.peel(error)).isSameAs(error);
    }

    @Test
    void shouldKeepTheLayerWhenNothingIsUnderIt() {
        Throwable empty = new CompletionException("nothing", null);

        assertThat(Causes.peel(empty)).isSameAs(empty);
    }

    @Test
    void shouldFindAKindWhenItIsUnderLayersOfOthers() {
        Throwable wrapped = new IllegalStateException(new CompletionException(cause));

        assertThat(Causes.find(TimeoutException.class, wrapped)).containsSame(cause);
    }

    @Test
    void shouldFindNothingWhenTheKindIsNotAmongTheCauses() {
        assertThat(Causes.find(ArithmeticException.class, new CompletionException(cause)))
                .isEmpty();
    }

    @Test
    void shouldEndWhenCausesFormARing() {
        IllegalStateException first = new IllegalStateException("first");
        first.initCause(new IllegalStateException("second", first));

        assertThat(Causes.find(TimeoutException.class, first)).isEmpty();
    }
}
