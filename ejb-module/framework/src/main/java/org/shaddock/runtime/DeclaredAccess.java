package org.shaddock.runtime;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shaddock.api.Handler;
import org.shaddock.filter.Access;
import org.shaddock.handler.AccessReader;
import org.shaddock.handler.DefinitionException;

/**
 * {@code @RolesAllowed}, {@code @PermitAll} and {@code @DenyAll} on handlers: what the method says, or else its class, or else the
 * class of the bean that inherits it; everybody may call what nothing is said of.
 */
public final class DeclaredAccess implements AccessReader {

    private static final List<Class<? extends Annotation>> MARKS =
            List.of(RolesAllowed.class, PermitAll.class, DenyAll.class);
    private static final List<Class<? extends Annotation>> EJBS =
            List.of(Stateless.class, Stateful.class, Singleton.class);

    @Override
    public Access of(Class<?> type, Method handler) {
        return Stream.of(handler, handler.getDeclaringClass(), type)
                .flatMap(element -> said(element).stream())
                .findFirst()
                .orElse(Access.EVERYBODY);
    }

    /** @throws DefinitionException if a class says what nobody would heed */
    static void check(Class<?> type) {
        if (EJBS.stream().anyMatch(type::isAnnotationPresent)) {
            Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredMethods()))
                    .filter(element -> !marks(element).isEmpty())
                    .findFirst()
                    .ifPresent(element -> {
                        throw new DefinitionException(
                                named(element) + " carries " + mark(element) + " and is an EJB, whose"
                                        + " container knows nothing of the game's users and would refuse them all: make the class an"
                                        + " @ApplicationScoped bean, which may inject EJBs.");
                    });
        }
        Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !method.isAnnotationPresent(Handler.class)
                        && !marks(method).isEmpty())
                .findFirst()
                .ifPresent(method -> {
                    throw new DefinitionException(named(method) + " carries " + mark(method)
                            + " but is no handler, so nobody would look at it: add @Handler, or remove it.");
                });
    }

    private static Optional<Access> said(AnnotatedElement element) {
        List<Annotation> marks = marks(element);
        if (marks.size() > 1) {
            throw new DefinitionException(named(element) + " carries "
                    + String.join(
                            " and ", marks.stream().map(DeclaredAccess::written).toList()) + ": keep one.");
        }
        return marks.stream().findFirst().map(mark -> access(element, mark));
    }

    private static Access access(AnnotatedElement element, Annotation mark) {
        if (mark instanceof RolesAllowed allowed) {
            Set<String> roles = Set.copyOf(Arrays.asList(allowed.value()));
            if (roles.isEmpty() || roles.stream().anyMatch(String::isBlank)) {
                throw new DefinitionException(
                        named(element) + " carries @RolesAllowed without a role: name one, or write @DenyAll.");
            }
            return Access.of(roles);
        }
        return mark instanceof PermitAll ? Access.EVERYBODY : Access.NOBODY;
    }

    private static List<Annotation> marks(AnnotatedElement element) {
        return MARKS.stream()
                .filter(element::isAnnotationPresent)
                .<Annotation>map(element::getAnnotation)
                .toList();
    }

    private static String mark(AnnotatedElement element) {
        return written(marks(element).get(0));
    }

    private static String written(Annotation mark) {
        return "@" + mark.annotationType().getSimpleName();
    }

    private static String named(AnnotatedElement element) {
        return element instanceof Method method
                ? method.getDeclaringClass().getName() + "." + method.getName()
                : ((Class<?>) element).getName();
    }
}
