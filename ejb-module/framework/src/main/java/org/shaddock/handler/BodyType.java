package org.shaddock.handler;

import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds body types that JSON-B accepts at deployment and then fails to bind for every single message. */
final class BodyType {

    private final Set<Class<?>> seen = new HashSet<>();

    private BodyType() {}

    /** What is wrong with a type and what to do, or {@code null}. */
    static @Nullable String problem(Type type) {
        return new BodyType().look(type);
    }

    private @Nullable String look(Type type) {
        if (type instanceof TypeVariable<?>) {
            return "has a body of the open type " + type.getTypeName() + ": spell the type out";
        }
        if (type instanceof ParameterizedType generic) {
            boolean record = generic.getRawType() instanceof Class<?> raw && raw.isRecord();
            return record
                    ? "has the generic record " + type.getTypeName()
                            + " in its body, which JSON-B cannot bind: make it a class, or write a record without <>"
                    : first(Arrays.stream(generic.getActualTypeArguments()));
        }
        return type instanceof Class<?> plain && seen.add(plain) ? look(plain) : null;
    }

    private @Nullable String look(Class<?> type) {
        if (type.isRecord()) {
            return first(Arrays.stream(type.getRecordComponents()).map(RecordComponent::getGenericType));
        }
        boolean open = Modifier.isAbstract(type.getModifiers()) && !type.isPrimitive() && !type.isArray();
        return open && !isKnownToJsonb(type)
                ? "has a body with the abstract type " + type.getName() + ", of which JSON-B can make no object: use a"
                        + " record"
                : null;
    }

    private @Nullable String first(Stream<? extends Type> types) {
        return types.map(this::look).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** Collections, JSON values, and types that say by annotation how they are bound. */
    private static boolean isKnownToJsonb(Class<?> type) {
        return type.getName().startsWith("java.")
                || type.getName().startsWith("jakarta.json.")
                || Arrays.stream(type.getAnnotations())
                        .anyMatch(mark -> mark.annotationType().getName().startsWith("jakarta.json.bind."));
    }
}
