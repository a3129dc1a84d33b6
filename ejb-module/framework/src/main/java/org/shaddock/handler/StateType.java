package org.shaddock.handler;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.shaddock.api.AreaBehavior;

/** Finds the {@code S} that a behaviour gives {@link AreaBehavior}. */
public final class StateType {

    private StateType() {}

    /** The state's class; {@code Object} if it is not spelt out. */
    public static Class<?> of(Class<?> behavior) {
        for (Class<?> type = behavior; type != null; type = type.getSuperclass()) {
            for (Type face : type.getGenericInterfaces()) {
                if (face instanceof ParameterizedType generic && generic.getRawType() == AreaBehavior.class) {
                    return raw(generic.getActualTypeArguments()[0]);
                }
            }
        }
        return Object.class;
    }

    private static Class<?> raw(Type type) {
        Type plain = type instanceof ParameterizedType generic ? generic.getRawType() : type;
        return plain instanceof Class<?> known ? known : Object.class;
    }
}
