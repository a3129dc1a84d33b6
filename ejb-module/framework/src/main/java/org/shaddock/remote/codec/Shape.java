package org.shaddock.remote.codec;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A type with nothing open: {@code Page<List<Row>>}, but not {@code Page<T>}.
 *
 * @param raw its class
 * @param arguments of a generic class, or what an array has elements of
 */
record Shape(Class<?> raw, List<Shape> arguments) {

    /** @throws IllegalArgumentException if it depends on a type variable */
    static Shape of(Type type) {
        return of(type, Map.of());
    }

    /** The types of a record's components. */
    List<Shape> components() {
        Map<TypeVariable<?>, Shape> bound = new HashMap<>();
        TypeVariable<?>[] variables = raw.getTypeParameters();
        for (int i = 0; i < arguments.size(); i++) {
            bound.put(variables[i], arguments.get(i));
        }
        return Arrays.stream(raw.getRecordComponents())
                .map(RecordComponent::getGenericType)
                .map(type -> of(type, bound))
                .toList();
    }

    private static Shape of(Type type, Map<TypeVariable<?>, Shape> bound) {
        if (type instanceof Class<?> raw) {
            return new Shape(raw, raw.isArray() ? List.of(of(raw.getComponentType(), bound)) : List.of());
        }
        if (type instanceof ParameterizedType generic) {
            List<Shape> arguments = Arrays.stream(generic.getActualTypeArguments())
                    .map(argument -> of(argument, bound))
                    .toList();
            return new Shape((Class<?>) generic.getRawType(), arguments);
        }
        if (type instanceof GenericArrayType array) {
            Shape element = of(array.getGenericComponentType(), bound);
            return new Shape(element.raw.arrayType(), List.of(element));
        }
        if (type instanceof WildcardType wildcard) {
            return of(wildcard.getUpperBounds()[0], bound);
        }
        Shape known = bound.get(type);
        if (known == null) {
            throw new IllegalArgumentException("it depends on the type variable " + type.getTypeName());
        }
        return known;
    }

    @Override
    public String toString() {
        return arguments.isEmpty() || raw.isArray()
                ? raw.getSimpleName()
                : arguments.stream()
                        .map(Shape::toString)
                        .collect(Collectors.joining(", ", raw.getSimpleName() + "<", ">"));
    }
}
