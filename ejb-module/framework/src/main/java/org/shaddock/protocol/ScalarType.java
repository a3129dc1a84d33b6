package org.shaddock.protocol;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The types of Pomelo's protobuf that are not messages, with their bytes.
 * <pre>
 * uInt32            varint                           300 = ac 02
 * int32, sInt32     varint of the zigzag, both       -42 = 53             (Google's int32 is not folded)
 * float             4 bytes IEEE, little-endian      1.5 = 00 00 c0 3f
 * double            8 bytes IEEE, little-endian     3.25 = 00 00 00 00 00 00 0a 40
 * string            varint byte length, UTF-8       "hi" = 02 68 69
 * </pre>
 * Integers are read as {@link Long}, float and double as {@link Double}, strings as {@link String}. Any {@link Number} that
 * has the right value may be written; nothing is rounded to whole numbers, as Pomelo does in silence.
 */
enum ScalarType {
    UINT32("uInt32", 0, 1) {
        @Override
        void write(ByteWriter out, @Nullable Object value, ProtoField field) {
            Varint.write(out, whole(value, 0, Varint.MAX, field));
        }

        @Override
        Object read(ByteReader in) {
            return Varint.read(in);
        }
    },
    INT32("int32", 0, 1) {
        @Override
        void write(ByteWriter out, @Nullable Object value, ProtoField field) {
            Varint.write(out, Varint.zigzag(whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE, field)));
        }

        @Override
        Object read(ByteReader in) {
            return Varint.unzigzag(Varint.read(in));
        }
    },
    SINT32("sInt32", 0, 1) {
        @Override
        void write(ByteWriter out, @Nullable Object value, ProtoField field) {
            INT32.write(out, value, field);
        }

        @Override
        Object read(ByteReader in) {
            return INT32.read(in);
        }
    },
    FLOAT("float", 5, Float.BYTES) {
        @Override
        void write(ByteWriter out, @Nullable Object value, ProtoField field) {
            double wide = number(value, field).doubleValue();
            float narrow = (float) wide;
            if (Float.isInfinite(narrow) && !Double.isInfinite(wide)) {
                throw field.misfit("within the range of a 32-bit float", value);
            }
            out.float32(narrow);
        }

        @Override
        Object read(ByteReader in) {
            return (double) in.float32();
        }
    },
    DOUBLE("double", 1, Double.BYTES) {
        @Override
        void write(ByteWriter out, @Nullable Object value, ProtoField field) {
            out.float64(number(value, field).doubleValue());
        }

        @Override
        Object read(ByteReader in) {
            return in.float64();
        }
    },
    STRING("string", 2, 1) {
        @Override
        void write(ByteWriter out, @Nullable Object value, ProtoField field) {
            if (!(value instanceof String text)) {
                throw field.misfit("a string", value);
            }
            byte[] bytes = TextEncoding.encode(text);
            Varint.write(out, bytes.length);
            out.bytes(bytes);
        }

        @Override
        Object read(ByteReader in) {
            return TextEncoding.decode(in.bytes(Varint.read(in)));
        }
    };

    private static final Map<String, ScalarType> BY_WORD =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(type -> type.word, Function.identity()));

    private final String word;
    private final int wireType;
    private final int minBytes;

    ScalarType(String word, int wireType, int minBytes) {
        this.word = word;
        this.wireType = wireType;
        this.minBytes = minBytes;
    }

    /** The type that a schema calls by this word, or null for the name of a message. */
    static @Nullable ScalarType of(String word) {
        return BY_WORD.get(word);
    }

    /** Writes a value without its key, or says which field it does not fit. */
    abstract void write(ByteWriter out, @Nullable Object value, ProtoField field);

    abstract Object read(ByteReader in);

    int wireType() {
        return wireType;
    }

    /** The fewest bytes that a value takes. */
    int minBytes() {
        return minBytes;
    }

    /** Whether a repeated field has one key and a count before all its values, rather than a key before each. */
    boolean isCounted() {
        return this != STRING;
    }

    private static Number number(@Nullable Object value, ProtoField field) {
        if (value instanceof Number number) {
            return number;
        }
        throw field.misfit("a number", value);
    }

    private static long whole(@Nullable Object value, long lowest, long highest, ProtoField field) {
        Number number = number(value, field);
        long whole = number.longValue();
        if (whole != number.doubleValue() || whole < lowest || whole > highest) {
            throw field.misfit("a whole number from " + lowest + " to " + highest, value);
        }
        return whole;
    }
}
