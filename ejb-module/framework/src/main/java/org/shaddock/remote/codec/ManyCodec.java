package org.shaddock.remote.codec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shaddock.remote.FrameReader;
import org.shaddock.remote.FrameWriter;

/**
 * Any number of values of the same kind: their number, then each. What they are gathered in is made from the list of them.
 *
 * @param element of each
 * @param opened the values of a whole
 * @param closed a whole of values
 */
record ManyCodec(ValueCodec element, Function<Object, Collection<?>> opened, Function<List<Object>, Object> closed)
        implements ValueCodec {

    @Override
    public void write(FrameWriter out, @Nullable Object value) {
        Collection<?> values = opened.apply(value);
        out.number(values.size());
        values.forEach(each -> element.write(out, each));
    }

    @Override
    public Object read(FrameReader in) {
        int count = in.count();
        List<Object> values = new ArrayList<>(Math.min(count, in.remaining()));
        for (int i = 0; i < count; i++) {
            values.add(element.read(in));
        }
        return closed.apply(values);
    }
}
