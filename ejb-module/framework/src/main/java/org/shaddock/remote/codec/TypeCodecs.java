package org.shaddock.remote.codec;

import java.lang.reflect.Type;

/** The port to whatever turns values into bytes. */
@FunctionalInterface
public interface TypeCodecs {

    /**
     * The codec of a type.
     *
     * @throws IllegalArgumentException naming the type, if its values cannot travel
     */
    ValueCodec of(Type type);
}
