package org.shaddock.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The reading half of {@link ProtobufCodec}, for one message; those inside it have decoders of their own. */
final class ProtobufDecoder {

    private static final int WIRE_TYPES = 8;

    private final ProtoSchema schema;
    private final ProtoMessage message;
    private final int depth;
    private final Map<String, Object> body = new LinkedHashMap<>();
    private final Map<String, List<Object>> lists = new HashMap<>();

    /** Reads a message that stands {@code depth} deep; 1 is the outermost. */
    ProtobufDecoder(ProtoSchema schema, ProtoMessage message, int depth) {
        this.schema = schema;
        this.message = message;
        this.depth = depth;
    }

    /** Reads fields to the end of the input. */
    Map<String, Object> decode(ByteReader in) {
        while (in.hasRemaining()) {
            readField(in);
        }
        for (ProtoField required : message.requiredFields()) {
            if (!body.containsKey(required.name())) {
                throw new ProtocolException(required + " is required but missing.");
            }
        }
        return body;
    }

    private void readField(ByteReader in) {
        long key = Varint.read(in);
        ProtoField field = message.fieldWithTag(key / WIRE_TYPES);
        if (field == null) {
            skip(in, (int) (key % WIRE_TYPES));
        } else if (field.isRepeated()) {
            readRepeated(field, in);
        } else {
            body.put(field.name(), readValue(field, in));
        }
    }

    private static void skip(ByteReader in, int wireType) {
        switch (wireType) {
            case 0 -> Varint.read(in);
            case 1 -> in.skip(Double.BYTES);
            case 2 -> in.skip(Varint.read(in));
            case 5 -> in.skip(Float.BYTES);
            default -> throw new ProtocolException("An unknown field has the unknown wire type " + wireType + ".");
        }
    }

    private void readRepeated(ProtoField field, ByteReader in) {
        List<Object> values = lists.computeIfAbsent(field.name(), name -> new ArrayList<>());
        body.put(field.name(), values);
        long count = count(field, in);
        for (long i = 0; i < count; i++) {
            values.add(readValue(field, in));
        }
    }

    /** How many values follow: one, or as many as a counted scalar says if the input is long enough for them. */
    private static long count(ProtoField field, ByteReader in) {
        ScalarType scalar = field.scalar();
        if (scalar == null || !scalar.isCounted()) {
            return 1;
        }
        long count = Varint.read(in);
        if (count > in.remaining() / scalar.minBytes()) {
            throw new ProtocolException(field + " announces " + count + " values in " + in.remaining() + " bytes.");
        }
        return count;
    }

    private Object readValue(ProtoField field, ByteReader in) {
        ScalarType scalar = field.scalar();
        return scalar == null ? readMessage(field, in) : scalar.read(in);
    }

    private Map<String, Object> readMessage(ProtoField field, ByteReader in) {
        if (depth == ProtobufCodec.MAX_DEPTH) {
            throw new ProtocolException(field + " is nested deeper than " + ProtobufCodec.MAX_DEPTH + " messages.");
        }
        ByteReader inner = in.slice(Varint.read(in));
        return new ProtobufDecoder(schema, schema.typeOf(field, message), depth + 1).decode(inner);
    }
}
