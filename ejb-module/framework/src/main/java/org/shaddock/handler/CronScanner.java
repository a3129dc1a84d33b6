package org.shaddock.handler;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.Area;
import org.shaddock.api.Cron;
import org.shaddock.api.ServerType;
import org.shaddock.cron.CronExpression;
import org.shaddock.cron.CronPlan;

/** Reads the cron methods of a bean and refuses those that could not work, with one sentence each. */
public final class CronScanner {

    private final Class<?> type;
    private final Supplier<Object> bean;
    private final ZoneId zone;

    /**
     * @param bean gives the object to call
     * @param zone where expressions hold that name no time zone
     */
    public CronScanner(Class<?> type, Supplier<Object> bean, ZoneId zone) {
        this.type = type;
        this.bean = bean;
        this.zone = zone;
    }

    /** Whether a class has cron methods, its own or inherited ones. */
    public static boolean hasCrons(Class<?> type) {
        return crons(type).findAny().isPresent();
    }

    /** @throws DefinitionException naming the method and the fix */
    public List<CronPlan> scan() {
        return crons(type).map(this::plan).toList();
    }

    private static Stream<Method> crons(Class<?> type) {
        return Stream.concat(Arrays.stream(type.getMethods()), Arrays.stream(type.getDeclaredMethods()))
                .distinct()
                .filter(method -> method.isAnnotationPresent(Cron.class) && !method.isBridge());
    }

    private CronPlan plan(Method method) {
        Cron cron = method.getAnnotation(Cron.class);
        require(
                !type.isAnnotationPresent(Area.class),
                method,
                "belongs to an @Area, each of which would need a cron of its own: use @Tick or AreaContext.every, or put it in"
                        + " another bean");
        require(Modifier.isPublic(method.getModifiers()), method, "is not public: make it public");
        require(!Modifier.isStatic(method.getModifiers()), method, "is static: make it an instance method");
        require(
                method.getReturnType() == void.class || CompletionStage.class.isAssignableFrom(method.getReturnType()),
                method,
                "returns something that nobody gets: make it void, or return a CompletionStage");
        require(
                List.of(method.getParameterTypes()).isEmpty()
                        || List.of(method.getParameterTypes()).equals(List.of(Instant.class)),
                method,
                "may take the Instant for which it runs, and nothing else");
        method.trySetAccessible();
        return new CronPlan(
                cron.name().isEmpty() ? name(method) : cron.name(),
                expression(method, cron),
                cron.serverType().isEmpty() ? serverType() : cron.serverType(),
                cron.member(),
                cron.oncePerCluster(),
                due -> run(method, due));
    }

    private CronExpression expression(Method method, Cron cron) {
        try {
            return CronExpression.parse(cron.value(), zone);
        } catch (IllegalArgumentException e) {
            throw new DefinitionException("Cron " + named(method) + ": " + e.getMessage());
        }
    }

    private String name(Method method) {
        String name = type.getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) + "." + method.getName();
    }

    private String serverType() {
        ServerType of = type.getAnnotation(ServerType.class);
        return of == null ? "" : of.value();
    }

    private @Nullable CompletionStage<?> run(Method method, Instant due) throws InvocationTargetException {
        @Nullable Object[] arguments = method.getParameterCount() == 0 ? new Object[0] : new Object[] {due};
        try {
            return (CompletionStage<?>) method.invoke(bean.get(), arguments);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(named(method) + " cannot be called.", e);
        }
    }

    private static void require(boolean holds, Method method, String problem) {
        if (!holds) {
            throw new DefinitionException("Cron " + named(method) + " " + problem + ".");
        }
    }

    private static String named(Method method) {
        return method.getDeclaringClass().getName() + "." + method.getName();
    }
}
