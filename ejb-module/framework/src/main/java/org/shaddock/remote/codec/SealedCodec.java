package org.shaddock.remote.codec;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shaddock.remote.FrameException;
import org.shaddock.remote.FrameReader;
import org.shaddock.remote.FrameWriter;

/**
 * One of several records: its class's simple name, then the record.
 *
 * @param byName the records' codecs
 */
record SealedCodec(Map<String, ValueCodec> byName) implements ValueCodec {

    @Override
    public void write(FrameWriter out, @Nullable Object value) {
        String name = value == null ? "" : value.getClass().getSimpleName();
        out.text(name);
        codec(name).write(out, value);
    }

    @Override
    public @Nullable Object read(FrameReader in) {
        return codec(in.text()).read(in);
    }

    private ValueCodec codec(String name) {
        ValueCodec codec = byName.get(name);
        if (codec == null) {
            throw new FrameException("No record is called " + name + ".");
        }
        return codec;
    }
}
