package org.shaddock.runtime;

import jakarta.json.JsonException;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
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

    public JsonbCodec(Jsonb jsonb, Validator validator) {
        this.jsonb = jsonb;
        this.validator = validator;
    }

    @Override
    public byte[] write(Object value) {
        if (value instanceof byte[] json) {
            return json;
        }
        try {
            return jsonb.toJson(value).getBytes(StandardCharsets.UTF_8);
        } catch (JsonbException | JsonException | StackOverflowError e) {
            throw new IllegalArgumentException("A " + value.getClass().getName() + " cannot be written as JSON.", e);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Map<String, Object> readObject(byte[] json) {
        Object object = parse(json, Map.class);
        if (object == null) {
            throw new IllegalArgumentException("Expected a JSON object.");
        }
        return (Map<String, Object>) object;
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
        byte[] text = json.length == 0 ? new byte[] {'{', '}'} : json;
        try {
            return jsonb.fromJson(new ByteArrayInputStream(text), type);
        } catch (JsonbException | JsonException | StackOverflowError e) {
            throw new IllegalArgumentException(BodyProblem.sentence(e), e);
        }
    }

    private Optional<String> violation(Object value) {
        return validator.validate(value).stream()
                .min(Comparator.comparing(v -> v.getPropertyPath().toString()))
                .map(JsonbCodec::sentence);
    }

    private static String sentence(ConstraintViolation<Object> violation) {
        return violation.getPropertyPath() + " " + violation.getMessage();
    }
}
