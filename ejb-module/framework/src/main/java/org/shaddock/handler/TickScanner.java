package org.shaddock.handler;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.shaddock.api.AreaBehavior;
import org.shaddock.api.AreaContext;
import org.shaddock.api.Tick;
import org.shaddock.area.AreaTick;
import org.shaddock.tick.TickPeriod;

/** Reads the tick methods of an area's behaviour and refuses those that could not work, with one sentence each. */
public final class TickScanner {

    private final Class<?> type;
    private final Class<?> stateType;
    private final Supplier<Object> bean;

    /** @param bean gives the object to call */
    public TickScanner(Class<? extends AreaBehavior<?>> type, Supplier<Object> bean) {
        this.type = type;
        this.stateType = StateType.of(type);
        this.bean = bean;
    }

    /** @throws DefinitionException naming the method and the fix */
    public List<AreaTick> scan() {
        List<AreaTick> ticks = new ArrayList<>();
        for (Method method : type.getMethods()) {
            if (method.isAnnotationPresent(Tick.class) && !method.isBridge()) {
                ticks.add(tick(method));
            }
        }
        requirePublic();
        return ticks;
    }

    private AreaTick tick(Method method) {
        Tick tick = method.getAnnotation(Tick.class);
        List<Class<?>> parameters = List.of(method.getParameterTypes());
        require(method.getReturnType() == void.class, method, "returns something that nobody gets: make it void");
        require(
                parameters.stream().allMatch(this::isKnown)
                        && parameters.stream().distinct().count() == parameters.size(),
                method,
                "may take the area's state, its AreaContext and a long, each once, and nothing else");
        require(tick.catchUp() >= 0, method, "has a negative catchUp: use 0 to skip missed ticks");
        method.trySetAccessible();
        return new MethodTick(
                method,
                bean,
                parameters,
                period(method, tick),
                tick.catchUp(),
                HandlerScanner.isNonBlocking(type, method));
    }

    private boolean isKnown(Class<?> parameter) {
        return parameter == stateType || parameter == AreaContext.class || parameter == long.class;
    }

    private void requirePublic() {
        Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Tick.class))
                .forEach(method ->
                        require(Modifier.isPublic(method.getModifiers()), method, "is not public: make it public"));
    }

    private static TickPeriod period(Method method, Tick tick) {
        try {
            return TickPeriod.parse(tick.every());
        } catch (IllegalArgumentException e) {
            throw new DefinitionException("Tick " + named(method) + ": " + e.getMessage());
        }
    }

    private static void require(boolean holds, Method method, String problem) {
        if (!holds) {
            throw new DefinitionException("Tick " + named(method) + " " + problem + ".");
        }
    }

    private static String named(Method method) {
        return method.getDeclaringClass().getName() + "." + method.getName();
    }

    private record MethodTick(
            Method method,
            Supplier<Object> bean,
            List<Class<?>> parameters,
            TickPeriod period,
            int catchUp,
            boolean nonBlocking)
            implements AreaTick {

        @Override
        public String name() {
            return "tick " + method.getDeclaringClass().getSimpleName() + "." + method.getName();
        }

        @Override
        public void run(Object state, AreaContext area, long timeMillis) throws InvocationTargetException {
            Object[] values = new Object[parameters.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(parameters.get(i), state, area, timeMillis);
            }
            try {
                method.invoke(bean.get(), values);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(named(method) + " cannot be called.", e);
            }
        }

        private static Object value(Class<?> parameter, Object state, AreaContext area, long timeMillis) {
            if (parameter == long.class) {
                return timeMillis;
            }
            return parameter == AreaContext.class ? area : state;
        }
    }
}
