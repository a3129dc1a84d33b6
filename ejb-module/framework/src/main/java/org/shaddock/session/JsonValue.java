package org.shaddock.session;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.HandlerException;

/**
 * A setting that came from another member: its JSON text, read when it is asked for, since only the asker knows its type.
 *
 * @param text not to be changed
 */
record JsonValue(byte[] text) {

    /**
     * A setting's value as JSON.
     *
     * @throws IllegalArgumentException if it cannot be written
     */
    static byte[] text(Object value, JsonCodec json) {
        if (value instanceof JsonValue known) {
            return known.text;
        }
        return json.write(value instanceof byte[] bytes ? numbers(bytes) : value);
    }

    /** The value if the text can be read as one of that type. */
    @Nullable
    Object as(Class<?> type, JsonCodec json) {
        try {
            return json.read(text, type);
        } catch (HandlerException e) {
            return null;
        }
    }

    private static int[] numbers(byte[] bytes) {
        return IntStream.range(0, bytes.length).map(i -> bytes[i]).toArray();
    }
}
