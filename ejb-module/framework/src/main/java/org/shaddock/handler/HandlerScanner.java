package org.shaddock.handler;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaBehavior;
import org.shaddock.api.AreaContext;
import org.shaddock.api.Handler;
import org.shaddock.api.NonBlocking;
import org.shaddock.api.RateLimit;
import org.shaddock.api.Session;
import org.shaddock.filter.Access;
import org.shaddock.route.Route;

/** Reads the handler methods of a class and refuses those that could not work, with one sentence each. */
public final class HandlerScanner {

    private final @Nullable Class<?> stateType;
    private final AccessReader access;

    /** Reads handlers that belong to no area and that everybody may call. */
    public HandlerScanner() {
        this((type, handler) -> Access.EVERYBODY);
    }

    /** Reads handlers that belong to no area. */
    public HandlerScanner(AccessReader access) {
        this.stateType = null;
        this.access = access;
    }

    /** @param behavior an area's behaviour, whose handlers may take its state and context */
    public HandlerScanner(Class<? extends AreaBehavior<?>> behavior, AccessReader access) {
        this.stateType = StateType.of(behavior);
        this.access = access;
    }

    /**
     * The handlers of a class.
     *
     * @param serverType the first part of their routes
     * @param type the class; methods it inherits from classes count, as they are annotated where they are overridden last
     * @param bean gives the object to call
     * @throws DefinitionException naming the method and the fix
     */
    public List<HandlerMethod> scan(String serverType, Class<?> type, Supplier<Object> bean) {
        return methods(type).stream()
                .filter(method -> method.isAnnotationPresent(Handler.class) && !method.isBridge())
                .map(method -> handler(route(serverType, type, method), type, bean, method))
                .sorted(Comparator.comparing(handler -> handler.route().toString()))
                .toList();
    }

    /** Those of the class and of its superclasses, without those that are overridden. */
    private static Collection<Method> methods(Class<?> type) {
        Map<String, Method> bySignature = new LinkedHashMap<>();
        for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
            for (Method method : declaring.getDeclaredMethods()) {
                String signature = method.getName() + Arrays.toString(method.getParameterTypes());
                bySignature.merge(signature, method, HandlerScanner::overriding);
            }
        }
        return bySignature.values();
    }

    /** What the compiler made gives way to what was written: beside it, or in a superclass that it makes visible. */
    private static Method overriding(Method first, Method second) {
        boolean beside = first.getDeclaringClass() == second.getDeclaringClass();
        return first.isBridge() && (beside || !bridgesToOwnMethod(first)) ? second : first;
    }

    private static boolean bridgesToOwnMethod(Method bridge) {
        return Arrays.stream(bridge.getDeclaringClass().getDeclaredMethods())
                .anyMatch(method -> !method.isBridge()
                        && method.getName().equals(bridge.getName())
                        && method.getParameterCount() == bridge.getParameterCount());
    }

    private static Route route(String serverType, Class<?> type, Method method) {
        try {
            return Route.of(serverType, type, method.getName());
        } catch (IllegalArgumentException e) {
            throw new DefinitionException("Handler " + named(method) + ": " + e.getMessage());
        }
    }

    private HandlerMethod handler(Route route, Class<?> type, Supplier<Object> bean, Method method) {
        require(Modifier.isPublic(method.getModifiers()), method, "is not public: make it public");
        require(!Modifier.isStatic(method.getModifiers()), method, "is static: make it an instance method");
        RateLimit limit = method.getAnnotation(RateLimit.class);
        require(
                limit == null || (limit.permits() > 0 && limit.perMillis() > 0),
                method,
                "has a @RateLimit that is not positive: give both numbers at least 1");
        require(
                !Future.class.isAssignableFrom(method.getReturnType())
                        || CompletionStage.class.isAssignableFrom(method.getReturnType()),
                method,
                "returns a Future, whose end nobody would hear of: return a CompletionStage");
        List<Argument> arguments = arguments(method);
        method.trySetAccessible();
        boolean nonBlocking = isNonBlocking(type, method);
        return new HandlerMethod(
                route, bean, method, arguments, stateType != null, nonBlocking, access.of(type, method));
    }

    private List<Argument> arguments(Method method) {
        List<Argument> arguments =
                Arrays.stream(method.getParameters()).map(this::argument).toList();
        for (Class<? extends Argument> kind : List.of(
                Argument.OfSession.class,
                Argument.OfRawBody.class,
                Argument.OfBody.class,
                Argument.OfState.class,
                Argument.OfArea.class)) {
            require(
                    arguments.stream().filter(kind::isInstance).count() <= 1,
                    method,
                    "takes the same thing twice: it may have one body, one Session and one byte[] parameter");
        }
        return arguments;
    }

    private Argument argument(Parameter parameter) {
        if (parameter.getType() == Session.class) {
            return new Argument.OfSession();
        }
        if (parameter.getType() == byte[].class) {
            return new Argument.OfRawBody();
        }
        if (parameter.getType() == AreaContext.class) {
            require(
                    stateType != null,
                    (Method) parameter.getDeclaringExecutable(),
                    "takes an AreaContext, which only the handlers of an @Area have: remove the parameter");
            return new Argument.OfArea();
        }
        if (parameter.getType() == stateType) {
            return new Argument.OfState();
        }
        require(
                !parameter.getType().isPrimitive(),
                (Method) parameter.getDeclaringExecutable(),
                "has a parameter of type " + parameter.getType().getSimpleName()
                        + ": put the body's fields in a record and take that");
        String problem = BodyType.problem(parameter.getParameterizedType());
        require(problem == null, (Method) parameter.getDeclaringExecutable(), String.valueOf(problem));
        return new Argument.OfBody(parameter.getParameterizedType());
    }

    private static void require(boolean holds, Method method, String problem) {
        if (!holds) {
            throw new DefinitionException("Handler " + named(method) + " " + problem + ".");
        }
    }

    private static String named(Method method) {
        return method.getDeclaringClass().getName() + "." + method.getName();
    }

    /** Whether a method, or its whole class, promises to wait for nothing. */
    static boolean isNonBlocking(Class<?> type, Method method) {
        return method.isAnnotationPresent(NonBlocking.class) || type.isAnnotationPresent(NonBlocking.class);
    }
}
