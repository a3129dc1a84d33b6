package org.shaddock.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shaddock.api.Handler;
import org.shaddock.filter.Access;
import org.shaddock.handler.DefinitionException;

class DeclaredAccessTest {

    private static final String PREFIX = DeclaredAccessTest.class.getName() + "$";

    private final DeclaredAccess access = new DeclaredAccess();

    @Test
    void shouldLetEverybodyCallWhatNothingIsSaidOf() throws Exception {
        assertThat(of(Plain.class, "open")).isEqualTo(Access.EVERYBODY);
    }

    @Test
    void shouldTakeWhatTheMethodSaysBeforeWhatItsClassSays() throws Exception {
        assertThat(of(Court.class, "sit")).isEqualTo(Access.of(Set.of("lord", "king")));
        assertThat(of(Court.class, "rule")).isEqualTo(Access.of(Set.of("king")));
        assertThat(of(Court.class, "enter")).isEqualTo(Access.EVERYBODY);
        assertThat(of(Court.class, "haunt")).isEqualTo(Access.NOBODY);
    }

    @Test
    void shouldApplyWhatTheBeansClassSaysToWhatItInherits() throws Exception {
        assertThat(of(Closed.class, "open")).isEqualTo(Access.NOBODY);
        assertThat(of(Castle.class, "sit")).isEqualTo(Access.of(Set.of("lord", "king")));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void shouldRefuseWhatContradictsItselfWithOneSentence(Class<?> type, String sentence) {
        assertThatExceptionOfType(DefinitionException.class)
                .isThrownBy(() -> {
                    DeclaredAccess.check(type);
                    of(type, "go");
                })
                .withMessage(PREFIX + sentence);
    }

    static Stream<Arguments> contradictions() {
        return Stream.of(
                Arguments.of(Both.class, "Both.go carries @RolesAllowed and @PermitAll: keep one."),
                Arguments.of(BothOnClass.class, "BothOnClass carries @PermitAll and @DenyAll: keep one."),
                Arguments.of(
                        NoRole.class, "NoRole.go carries @RolesAllowed without a role: name one, or write @DenyAll."),
                Arguments.of(
                        BlankRole.class,
                        "BlankRole.go carries @RolesAllowed without a role: name one, or write @DenyAll."),
                Arguments.of(
                        NoHandler.class,
                        "NoHandler.go carries @DenyAll but is no handler, so nobody would look at it: add @Handler, or remove"
                                + " it."),
                Arguments.of(
                        Ejb.class,
                        "Ejb carries @RolesAllowed and is an EJB, whose container knows nothing of the game's users and would"
                                + " refuse them all: make the class an @ApplicationScoped bean, which may inject EJBs."));
    }

    @Test
    void shouldLeaveEjbsAloneThatSayNothing() {
        assertThatCode(() -> DeclaredAccess.check(QuietEjb.class)).doesNotThrowAnyException();
    }

    private Access of(Class<?> type, String method) throws NoSuchMethodException {
        Method handler = type.getMethod(method);
        return access.of(type, handler);
    }

    public static class Plain {
        @Handler
        public void open() {}
    }

    @DenyAll
    public static class Closed extends Plain {}

    @RolesAllowed({"lord", "king"})
    public static class Court {
        @Handler
        public void sit() {}

        @Handler
        @RolesAllowed("king")
        public void rule() {}

        @Handler
        @PermitAll
        public void enter() {}

        @Handler
        @DenyAll
        public void haunt() {}
    }

    @PermitAll
    public static class Castle extends Court {}

    public static class Both {
        @Handler
        @PermitAll
        @RolesAllowed("a")
        public void go() {}
    }

    @PermitAll
    @DenyAll
    public static class BothOnClass {
        @Handler
        public void go() {}
    }

    public static class NoRole {
        @Handler
        @RolesAllowed({})
        public void go() {}
    }

    public static class BlankRole {
        @Handler
        @RolesAllowed({"a", " "})
        public void go() {}
    }

    public static class NoHandler {
        @DenyAll
        public void go() {}
    }

    @Singleton
    @RolesAllowed("a")
    public static class Ejb {
        @Handler
        public void go() {}
    }

    @Singleton
    public static class QuietEjb {
        @Handler
        public void go() {}
    }
}
