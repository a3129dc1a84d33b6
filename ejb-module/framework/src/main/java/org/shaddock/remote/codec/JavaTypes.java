package org.shaddock.remote.codec;

import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Codecs for records, sealed interfaces of records, enums, texts, numbers, the JDK's value types, and arrays, lists, sets,
 * maps and optionals of all these. Collections arrive unmodifiable. Safe for use by any thread.
 */
public final class JavaTypes implements TypeCodecs {

    private static final Map<Class<?>, Class<?>> PRIMITIVES = Map.of(
            Boolean.class, boolean.class,
            Byte.class, byte.class,
            Short.class, short.class,
            Character.class, char.class,
            Integer.class, int.class,
            Long.class, long.class,
            Float.class, float.class,
            Double.class, double.class);

    private final Map<Shape, ValueCodec> known = new HashMap<>();

    @Override
    public synchronized ValueCodec of(Type type) {
        try {
            return of(Shape.of(type));
        } catch (IllegalArgumentException e) {
            known.clear();
            throw new IllegalArgumentException(type.getTypeName() + " cannot travel: " + e.getMessage(), e);
        }
    }

    private ValueCodec of(Shape shape) {
        ValueCodec codec = known.get(shape);
        if (codec != null) {
            return codec;
        }
        LateCodec late = new LateCodec();
        known.put(shape, late);
        try {
            codec = shape.raw().isPrimitive() ? plain(shape) : new NullableCodec(plain(shape));
        } finally {
            known.remove(shape, late);
        }
        late.become(codec);
        known.put(shape, codec);
        return codec;
    }

    private ValueCodec plain(Shape shape) {
        Class<?> raw = shape.raw();
        ValueCodec scalar = ScalarCodec.of(PRIMITIVES.getOrDefault(raw, raw));
        if (scalar != null) {
            return scalar;
        }
        if (raw.isEnum()) {
            return ScalarCodec.ofEnum(raw);
        }
        if (raw.isRecord()) {
            return new RecordCodec(
                    raw, shape.components().stream().map(this::of).toList());
        }
        return raw.isSealed() ? sealed(raw) : gathered(shape);
    }

    private ValueCodec sealed(Class<?> type) {
        Map<String, ValueCodec> byName = new TreeMap<>();
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            if (!permitted.isRecord()) {
                throw new IllegalArgumentException(permitted.getSimpleName() + " is no record");
            }
            byName.put(permitted.getSimpleName(), plain(Shape.of(permitted)));
        }
        return new SealedCodec(byName);
    }

    private ValueCodec gathered(Shape shape) {
        List<ValueCodec> parts = shape.arguments().stream().map(this::of).toList();
        Class<?> raw = shape.raw();
        if (raw.isArray()) {
            return new ManyCodec(parts.get(0), JavaTypes::elements, list -> array(raw.getComponentType(), list));
        }
        if (raw == Map.class && parts.size() == 2) {
            return new MapCodec(parts.get(0), parts.get(1));
        }
        if (parts.size() == 1) {
            ValueCodec many = many(raw, parts.get(0));
            if (many != null) {
                return many;
            }
        }
        throw new IllegalArgumentException(shape + " is neither a record nor another type that can: use a record, "
                + "or the interface List, Set or Map of such types");
    }

    private static @Nullable ValueCodec many(Class<?> raw, ValueCodec element) {
        if (raw == List.class || raw == Collection.class) {
            return new ManyCodec(element, value -> (Collection<?>) value, Collections::unmodifiableList);
        }
        if (raw == Set.class) {
            return new ManyCodec(
                    element,
                    value -> (Collection<?>) value,
                    list -> Collections.unmodifiableSet(new LinkedHashSet<>(list)));
        }
        return raw == Optional.class
                ? new ManyCodec(
                        element,
                        value -> ((Optional<?>) value).stream().toList(),
                        list -> list.isEmpty() ? Optional.empty() : Optional.ofNullable(list.get(0)))
                : null;
    }

    private static List<?> elements(Object array) {
        return array instanceof Object[] objects
                ? Arrays.asList(objects)
                : IntStream.range(0, Array.getLength(array))
                        .mapToObj(i -> Array.get(array, i))
                        .toList();
    }

    private static Object array(Class<?> elementType, List<Object> elements) {
        Object array = Array.newInstance(elementType, elements.size());
        for (int i = 0; i < elements.size(); i++) {
            Array.set(array, i, elements.get(i));
        }
        return array;
    }
}
