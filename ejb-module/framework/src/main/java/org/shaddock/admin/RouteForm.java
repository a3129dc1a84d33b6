package org.shaddock.admin;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.shaddock.handler.HandlerMethod;

/**
 * A route as a form that calls it.
 *
 * @param route its name
 * @param open whether everybody may call it
 * @param roles otherwise, the roles of which the caller needs one
 * @param fields of the body; none for a body that is no record
 * @param freeBody whether the body is whatever JSON one likes
 */
public record RouteForm(String route, boolean open, Set<String> roles, List<Field> fields, boolean freeBody) {

    /** The form of a handler. */
    public static RouteForm of(String route, HandlerMethod handler) {
        Type body = handler.bodyType();
        List<Field> fields = body instanceof Class<?> type && type.isRecord() ? fields(type) : List.of();
        return new RouteForm(
                route,
                handler.access().open(),
                new TreeSet<>(handler.access().roles()),
                fields,
                fields.isEmpty() && body != null);
    }

    private static List<Field> fields(Class<?> body) {
        return Arrays.stream(body.getRecordComponents()).map(Field::of).toList();
    }

    /**
     * A field of a form.
     *
     * @param name the record's component
     * @param kind {@code text}, {@code number}, {@code flag}, {@code enum} or, for everything else, {@code json}
     * @param choices what there is to choose
     */
    public record Field(String name, String kind, List<String> choices) {

        private static final Set<Class<?>> PLAIN_NUMBERS =
                Set.of(byte.class, short.class, int.class, long.class, float.class, double.class);

        static Field of(RecordComponent component) {
            Class<?> type = component.getType();
            List<String> choices = type.isEnum()
                    ? Arrays.stream(type.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name())
                            .toList()
                    : List.of();
            return new Field(component.getName(), kind(type), choices);
        }

        private static String kind(Class<?> type) {
            if (CharSequence.class.isAssignableFrom(type)) {
                return "text";
            }
            if (Number.class.isAssignableFrom(type) || PLAIN_NUMBERS.contains(type)) {
                return "number";
            }
            if (type == boolean.class || type == Boolean.class) {
                return "flag";
            }
            return type.isEnum() ? "enum" : "json";
        }
    }
}
