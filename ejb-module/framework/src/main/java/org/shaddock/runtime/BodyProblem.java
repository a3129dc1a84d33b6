package org.shaddock.runtime;

import jakarta.json.bind.Jsonb;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a body that is JSON but does not fit its type, in a sentence for the client. JSON-B's own messages
 * speak of our classes and parser states, so only the fields' names are taken from them:
 * {@code Unable to deserialize property 'inner' because of: …}. Where they name none, each field is tried on its own.
 */
final class BodyProblem {

    private static final Pattern PROPERTY = Pattern.compile("property '([^']*)' because of");

    private final Jsonb jsonb;

    BodyProblem(Jsonb jsonb) {
        this.jsonb = jsonb;
    }

    String sentence(Throwable error, String json, Type type) {
        String path = path(String.valueOf(error.getMessage()));
        String culprit = path.isEmpty() ? culprit(json, type) : path;
        return culprit.isEmpty() ? "The body does not fit what its route expects." : culprit + " has the wrong type";
    }

    /** The names of the fields on the way to the culprit, joined as Bean Validation does. */
    private static String path(String message) {
        return PROPERTY.matcher(message).results().map(found -> found.group(1)).collect(Collectors.joining("."));
    }

    private String culprit(String json, Type type) {
        return type instanceof Class<?> plain && plain.isRecord() && members(json) instanceof Map<?, ?> members
                ? Arrays.stream(plain.getRecordComponents())
                        .filter(field -> members.containsKey(field.getName()))
                        .filter(field -> !fits(members.get(field.getName()), field))
                        .map(RecordComponent::getName)
                        .findFirst()
                        .orElse("")
                : "";
    }

    private @Nullable Object members(String json) {
        return tried(() -> jsonb.fromJson(json, Object.class)).orElse(null);
    }

    private boolean fits(@Nullable Object value, RecordComponent field) {
        if (value == null) {
            return !field.getType().isPrimitive();
        }
        boolean listForText = value instanceof Collection<?> && field.getType() == String.class;
        return !listForText
                && tried(() -> jsonb.fromJson(jsonb.toJson(value), field.getGenericType()))
                        .isPresent();
    }

    private static Optional<Object> tried(Supplier<Object> binding) {
        try {
            return Optional.ofNullable(binding.get());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
