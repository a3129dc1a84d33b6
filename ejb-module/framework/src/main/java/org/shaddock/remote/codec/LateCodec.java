package org.shaddock.remote.codec;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shaddock.remote.FrameReader;
import org.shaddock.remote.FrameWriter;

/** Stands for the codec of a type within that type itself. */
final class LateCodec implements ValueCodec {

    private @Nullable ValueCodec codec;

    void become(ValueCodec real) {
        codec = real;
    }

    @Override
    public void write(FrameWriter out, @Nullable Object value) {
        Objects.requireNonNull(codec).write(out, value);
    }

    @Override
    public @Nullable Object read(FrameReader in) {
        return Objects.requireNonNull(codec).read(in);
    }
}
