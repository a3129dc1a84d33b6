package org.shaddock.handler;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaContext;
import org.shaddock.api.RateLimit;
import org.shaddock.filter.Access;
import org.shaddock.route.Route;
import org.shaddock.session.JsonCodec;

/**
 * A method that answers a route.
 *
 * @param route its route
 * @param bean gives the object to call it on
 * @param method the method
 * @param arguments one for each parameter
 * @param inArea whether it runs as a turn of the area that the session is in
 * @param nonBlocking whether it keeps no thread waiting
 * @param access who may call it
 */
public record HandlerMethod(
        Route route,
        Supplier<Object> bean,
        Method method,
        List<Argument> arguments,
        boolean inArea,
        boolean nonBlocking,
        Access access) {

    public HandlerMethod {
        arguments = List.copyOf(arguments);
    }

    /** The type of the body it takes; {@code null} if it takes none, or the bytes alone. */
    public @Nullable Type bodyType() {
        return arguments.stream()
                .filter(Argument.OfBody.class::isInstance)
                .map(argument -> ((Argument.OfBody) argument).type())
                .findFirst()
                .orElse(null);
    }

    /** The limit on how often a session may call it, if there is one. */
    public @Nullable RateLimit rateLimit() {
        return method.getAnnotation(RateLimit.class);
    }

    /** The values for one call, as far as they are known outside a turn; throws what the body deserves. */
    @Nullable
    Object[] bind(Argument.Call call, JsonCodec json) {
        @Nullable Object[] values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments.get(i).value(call, json);
        }
        return values;
    }

    /** Calls the method in a turn of an area. */
    @Nullable
    Object invoke(@Nullable Object[] values, Object state, AreaContext area) throws InvocationTargetException {
        for (int i = 0; i < values.length; i++) {
            if (arguments.get(i) instanceof Argument.OfState) {
                values[i] = state;
            } else if (arguments.get(i) instanceof Argument.OfArea) {
                values[i] = area;
            }
        }
        return invoke(values);
    }

    /** Calls the method; what it throws comes out wrapped. */
    @Nullable
    Object invoke(@Nullable Object[] values) throws InvocationTargetException {
        try {
            return method.invoke(bean.get(), values);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Handler " + route + " cannot be called.", e);
        }
    }
}
