package org.shaddock.remote.codec;

import org.jspecify.annotations.Nullable;
import org.shaddock.remote.FrameException;
import org.shaddock.remote.FrameReader;
import org.shaddock.remote.FrameWriter;

/**
 * A byte says whether there is a value: 0 or 1.
 *
 * @param codec of what is there
 */
record NullableCodec(ValueCodec codec) implements ValueCodec {

    @Override
    public void write(FrameWriter out, @Nullable Object value) {
        out.u8(value == null ? 0 : 1);
        if (value != null) {
            codec.write(out, value);
        }
    }

    @Override
    public @Nullable Object read(FrameReader in) {
        int there = in.u8();
        if (there > 1) {
            throw new FrameException("Neither a value nor none: " + there + ".");
        }
        return there == 0 ? null : codec.read(in);
    }
}
