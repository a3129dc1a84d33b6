package org.shaddock.protocol;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The writing half of {@link ProtobufCodec}, for one message; those inside it have encoders of their own. */
final class ProtobufEncoder {

    private static final int FIRST_CAPACITY = 64;

    private final ProtoSchema schema;
    private final ProtoMessage message;
    private final int depth;
    private final ByteWriter out = new ByteWriter(FIRST_CAPACITY);

    /** Writes a message that stands {@code depth} deep; 1 is the outermost. */
    ProtobufEncoder(ProtoSchema schema, ProtoMessage message, int depth) {
        this.schema = schema;
        this.message = message;
        this.depth = depth;
    }

    /** The fields that the body has, without a length before them; perhaps none. */
    byte[] encode(Map<?, ?> body) {
        for (ProtoField required : message.requiredFields()) {
            if (body.get(required.name()) == null) {
                throw new IllegalArgumentException(required + " is required but missing.");
            }
        }
        body.forEach(this::writeMember);
        return out.toByteArray();
    }

    private void writeMember(Object name, @Nullable Object value) {
        ProtoField field = message.field(name);
        if (field == null || value == null) {
            return;
        }
        if (!field.isRepeated()) {
            writeField(field, value);
        } else if (value instanceof Collection<?> values) {
            writeRepeated(field, values);
        } else {
            throw field.misfit("a list", value);
        }
    }

    private void writeRepeated(ProtoField field, Collection<?> values) {
        ScalarType scalar = field.scalar();
        if (scalar == null || !scalar.isCounted()) {
            values.forEach(value -> writeField(field, value));
        } else if (!values.isEmpty()) {
            Varint.write(out, field.key());
            Varint.write(out, values.size());
            values.forEach(value -> scalar.write(out, value, field));
        }
    }

    private void writeField(ProtoField field, @Nullable Object value) {
        Varint.write(out, field.key());
        ScalarType scalar = field.scalar();
        if (scalar != null) {
            scalar.write(out, value, field);
        } else if (value instanceof Map<?, ?> body) {
            writeMessage(field, body);
        } else {
            throw field.misfit("an object", value);
        }
    }

    private void writeMessage(ProtoField field, Map<?, ?> body) {
        if (depth == ProtobufCodec.MAX_DEPTH) {
            throw new IllegalArgumentException(
                    field + " is nested deeper than " + ProtobufCodec.MAX_DEPTH + " messages.");
        }
        byte[] bytes = new ProtobufEncoder(schema, schema.typeOf(field, message), depth + 1).encode(body);
        Varint.write(out, bytes.length);
        out.bytes(bytes);
    }
}
