package org.shaddock.session;

import java.lang.reflect.Type;
import java.util.Map;

/** The port to a JSON library. Texts are UTF-8. Safe for use by any thread. */
public interface JsonCodec {

    /**
     * The JSON text of a value.
     *
     * @throws IllegalArgumentException naming the type, if it cannot be written
     */
    byte[] write(Object value);

    /**
     * A JSON object as maps, lists, strings, numbers and booleans.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    Map<String, Object> readObject(byte[] json);

    /**
     * A value of a type, validated.
     *
     * @throws org.shaddock.api.HandlerException with {@code BAD_BODY} and a message naming the field
     */
    Object read(byte[] json, Type type);
}
