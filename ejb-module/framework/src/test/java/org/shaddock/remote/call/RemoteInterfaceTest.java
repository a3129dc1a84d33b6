package org.shaddock.remote.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.shaddock.api.CallPolicy;
import org.shaddock.api.FailureMode;
import org.shaddock.api.Remote;
import org.shaddock.api.RouteKey;
import org.shaddock.api.Session;
import org.shaddock.remote.codec.JavaTypes;

class RemoteInterfaceTest {

    @Test
    void shouldAcceptAnInterfaceThatExtendsAnother() {
        RemoteInterface service = new RemoteInterface(Extending.class, new JavaTypes());

        assertThat(service.method("inherited")).isNotNull();
        assertThat(service.serverType()).isEqualTo("x");
    }

    @Test
    void shouldTakeTheMethodsPolicyBeforeTheInterfaces() {
        RemoteInterface service = new RemoteInterface(Extending.class, new JavaTypes());

        assertThat(service.method("inherited").policy().timeoutMillis()).isEqualTo(7);
        assertThat(service.method("own").policy().timeoutMillis()).isEqualTo(8);
    }

    @Test
    void shouldRefuseTwoMethodsOfOneName() {
        refused(Overloaded.class, "has two methods called say: give them different names.");
    }

    @Test
    void shouldRefuseTypesThatCannotTravel() {
        refused(
                WithSession.class,
                "say cannot be called remotely: org.shaddock.api.Session cannot travel: Session is neither a record");
    }

    @Test
    void shouldRefuseAStageOfNothingInParticular() {
        refused(RawStage.class, "say cannot be called remotely");
    }

    @Test
    void shouldRefuseTwoKeys() {
        refused(TwoKeys.class, "say has two parameters with @RouteKey: keep one.");
    }

    @Test
    void shouldRefuseToFailBackWhatReturnsSomething() {
        refused(FailbackValue.class, "say has the failure mode FAILBACK but returns something: let it return void.");
    }

    @Test
    void shouldRefuseAClass() {
        refused(String.class, "java.lang.String is no interface with @Remote.");
    }

    private static void refused(Class<?> type, String sentence) {
        assertThatExceptionOfType(RemoteDefinitionException.class)
                .isThrownBy(() -> new RemoteInterface(type, new JavaTypes()))
                .withMessageContaining(sentence);
    }

    interface Parent {

        void inherited();
    }

    @Remote("x")
    @CallPolicy(timeoutMillis = 7)
    interface Extending extends Parent {

        @CallPolicy(timeoutMillis = 8)
        CompletionStage<Void> own(List<String> names);
    }

    @Remote("x")
    interface Overloaded {

        void say(String what);

        void say(int what);
    }

    @Remote("x")
    interface WithSession {

        void say(Session session);
    }

    @Remote("x")
    @SuppressWarnings("rawtypes")
    interface RawStage {

        CompletionStage say();
    }

    @Remote("x")
    interface TwoKeys {

        void say(@RouteKey String one, @RouteKey String two);
    }

    @Remote("x")
    interface FailbackValue {

        @CallPolicy(onFailure = FailureMode.FAILBACK)
        String say();
    }
}
