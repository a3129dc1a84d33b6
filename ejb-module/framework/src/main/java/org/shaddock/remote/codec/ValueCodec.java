package org.shaddock.remote.codec;

import org.jspecify.annotations.Nullable;
import org.shaddock.remote.FrameException;
import org.shaddock.remote.FrameReader;
import org.shaddock.remote.FrameWriter;

/** Writes and reads the values of one type. Safe for use by any thread. */
public interface ValueCodec {

    /** @throws RuntimeException if the value is not of the type */
    void write(FrameWriter out, @Nullable Object value);

    /** @throws FrameException if the bytes hold no such value */
    @Nullable
    Object read(FrameReader in);

    /** What the value is when the sender does not know of it. */
    default @Nullable Object absent() {
        return null;
    }
}
