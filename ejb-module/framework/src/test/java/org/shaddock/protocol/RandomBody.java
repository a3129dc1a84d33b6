package org.shaddock.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes bodies that fit given definitions, with the values at the edges more often than others. */
final class RandomBody {

    private static final int MAX_DEPTH = 5;
    private static final long[] UNSIGNED = {0, 1, 127, 128, 16383, 16384, Varint.MAX};
    private static final long[] SIGNED = {0, -1, 1, 63, -64, 64, Integer.MAX_VALUE, Integer.MIN_VALUE};
    private static final String[] TEXTS = {"", "a", "é中😀", "\u0000\u007f\u0080", "x".repeat(200)};

    private final Random random;
    private final ProtoSchema schema;

    RandomBody(Random random, Map<String, Object> definitions) {
        this.random = random;
        this.schema = ProtoSchema.parse(definitions);
    }

    Map<String, Object> body() {
        return body(schema.message("r"), 1);
    }

    private Map<String, Object> body(ProtoMessage message, int depth) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (ProtoField field : message.fields()) {
            int values = occurrences(field, depth);
            if (field.isRepeated() && values > 0) {
                body.put(
                        field.name(),
                        IntStream.range(0, values)
                                .mapToObj(i -> value(field, message, depth))
                                .toList());
            } else if (values > 0) {
                body.put(field.name(), value(field, message, depth));
            }
        }
        return body;
    }

    private int occurrences(ProtoField field, int depth) {
        boolean mayEndHere = depth >= MAX_DEPTH && field.scalar() == null;
        return switch (field.option()) {
            case REQUIRED -> 1;
            case OPTIONAL -> mayEndHere ? 0 : random.nextInt(2);
            case REPEATED -> mayEndHere ? 0 : random.nextInt(4);
        };
    }

    private Object value(ProtoField field, ProtoMessage owner, int depth) {
        ScalarType scalar = field.scalar();
        if (scalar == null) {
            return body(schema.typeOf(field, owner), depth + 1);
        }
        return switch (scalar) {
            case UINT32 ->
                random.nextBoolean() ? UNSIGNED[random.nextInt(UNSIGNED.length)] : (long) random.nextInt(1 << 20);
            case INT32, SINT32 ->
                random.nextBoolean() ? SIGNED[random.nextInt(SIGNED.length)] : (long) random.nextInt();
            case FLOAT -> (double) Float.intBitsToFloat(random.nextInt());
            case DOUBLE -> Double.longBitsToDouble(random.nextLong());
            case STRING -> TEXTS[random.nextInt(TEXTS.length)];
        };
    }
}
