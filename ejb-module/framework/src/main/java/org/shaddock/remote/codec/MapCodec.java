package org.shaddock.remote.codec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shaddock.remote.FrameReader;
import org.shaddock.remote.FrameWriter;

/**
 * The number of entries, then key and value of each.
 *
 * @param key of the keys
 * @param value of the values
 */
record MapCodec(ValueCodec key, ValueCodec value) implements ValueCodec {

    @Override
    public void write(FrameWriter out, @Nullable Object map) {
        Map<?, ?> entries = map == null ? Map.of() : (Map<?, ?>) map;
        out.number(entries.size());
        entries.forEach((k, v) -> {
            key.write(out, k);
            value.write(out, v);
        });
    }

    @Override
    public Object read(FrameReader in) {
        Map<Object, Object> entries = new LinkedHashMap<>();
        int count = in.count();
        for (int i = 0; i < count; i++) {
            Object k = key.read(in);
            entries.put(k, value.read(in));
        }
        return Collections.unmodifiableMap(entries);
    }
}
