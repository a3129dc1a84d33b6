package org.shaddock.protocol;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One field of a protobuf message: {@code "required uInt32 hp": 3} in Pomelo's notation.
 *
 * @param owner the message that it belongs to, for error texts
 * @param name the name of the member in the body
 * @param option whether it must, may, or may repeatedly occur
 * @param type the name of a scalar type or of a message
 * @param tag the number that stands for the name on the wire
 */
record ProtoField(String owner, String name, Option option, String type, int tag) {

    /** The largest tag that survives the 32-bit shift of Pomelo's clients. */
    static final int MAX_TAG = (1 << 28) - 1;

    private static final int WIRE_TYPE_BITS = 3;
    private static final int LENGTH_DELIMITED = 2;

    /** How often a field occurs. */
    enum Option {
        REQUIRED,
        OPTIONAL,
        REPEATED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The type when it is a scalar, null when it is a message. */
    @Nullable
    ScalarType scalar() {
        return ScalarType.of(type);
    }

    boolean isRepeated() {
        return option == Option.REPEATED;
    }

    /** What stands before the value on the wire: tag and wire type. */
    long key() {
        ScalarType scalar = scalar();
        int wireType = scalar == null ? LENGTH_DELIMITED : scalar.wireType();
        return ((long) tag << WIRE_TYPE_BITS) | wireType;
    }

    /** The form that is sent to clients. */
    Map<String, Object> parsed() {
        Map<String, Object> parsed = new LinkedHashMap<>();
        parsed.put("option", option.word());
        parsed.put("type", type);
        parsed.put("tag", tag);
        return parsed;
    }

    /** Says which value was expected here and what was found instead. */
    IllegalArgumentException misfit(String expected, @Nullable Object value) {
        String found = value == null || value instanceof Number
                ? String.valueOf(value)
                : "a " + value.getClass().getSimpleName();
        return new IllegalArgumentException("%s must be %s, not %s.".formatted(this, expected, found));
    }

    /** Names the field in error texts. */
    @Override
    public String toString() {
        return "Field '%s' of '%s'".formatted(name, owner);
    }
}
