package org.shaddock.runtime;

import jakarta.json.bind.Jsonb;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.HandlerException;
import org.shaddock.session.JsonCodec;

/** JSON by JSON-B, validated by Bean Validation. */
public final class JsonbCodec implements JsonCodec {

    private final Jsonb jsonb;
    private final Validator validator;
    private final BodyProblem problems;

    /** Most bodies have no constraints, and to find that out anew costs more than to read them. */
    private final ClassValue<Boolean> constrained = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return validator.getConstraintsForClass(type).isBeanConstrained();
        }
    };

    public JsonbCodec(Jsonb jsonb, Validator validator) {
        this.jsonb = jsonb;
        this.validator = validator;
        this.problems = new BodyProblem(jsonb);
    }

    @Override
    public byte[] write(Object value) {
        if (value instanceof byte[] json) {
            return json;
        }
        try {
            return jsonb.toJson(value).getBytes(StandardCharsets.UTF_8);
        } catch (RuntimeException | StackOverflowError e) {
            throw new IllegalArgumentException("A " + value.getClass().getName() + " cannot be written as JSON.", e);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Map<String, Object> readObject(byte[] json) {
        if (parse(json, Object.class) instanceof Map<?, ?> object) {
            return (Map<String, Object>) object;
        }
        throw new IllegalArgumentException("Expected a JSON object.");
    }

    @Override
    public Object read(byte[] json, Type type) {
        Object value;
        try {
            value = parse(json, type);
        } catch (IllegalArgumentException e) {
            throw new HandlerException(ErrorCode.BAD_BODY, String.valueOf(e.getMessage()));
        }
        if (value == null) {
            throw new HandlerException(ErrorCode.BAD_BODY, "The body must be a JSON object, not null.");
        }
        violation(value).ifPresent(sentence -> {
            throw new HandlerException(ErrorCode.BAD_BODY, sentence);
        });
        return value;
    }

    private @Nullable Object parse(byte[] json, Type type) {
        if (json.length > 0) {
            JsonSyntax.check(json);
        }
        String text = json.length == 0 ? "{}" : new String(json, StandardCharsets.UTF_8);
        try {
            return jsonb.fromJson(text, type);
        } catch (RuntimeException | StackOverflowError e) {
            throw new IllegalArgumentException(problems.sentence(e, text, type), e);
        }
    }

    private Optional<String> violation(Object value) {
        if (value instanceof Collection<?> several) {
            return violation(several);
        }
        return constrained.get(value.getClass()) ? violation(List.of(value)) : Optional.empty();
    }

    private Optional<String> violation(Collection<?> beans) {
        return beans.stream()
                .filter(bean -> bean != null && constrained.get(bean.getClass()))
                .flatMap(bean -> validator.<Object>validate(bean).stream())
                .min(Comparator.comparing(v -> v.getPropertyPath().toString()))
                .map(JsonbCodec::sentence);
    }

    private static String sentence(ConstraintViolation<Object> violation) {
        return violation.getPropertyPath() + " " + violation.getMessage();
    }
}
