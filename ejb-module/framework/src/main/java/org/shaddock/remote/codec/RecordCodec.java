package org.shaddock.remote.codec;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaddock.remote.FrameException;
import org.shaddock.remote.FrameReader;
import org.shaddock.remote.FrameWriter;

/** A part of the frame: the number of components, then each in the order of their declaration. */
final class RecordCodec implements ValueCodec {

    private final List<Method> accessors;
    private final List<ValueCodec> codecs;
    private final Constructor<?> constructor;

    RecordCodec(Class<?> type, List<ValueCodec> codecs) {
        RecordComponent[] components = type.getRecordComponents();
        this.codecs = codecs;
        this.accessors =
                Arrays.stream(components).map(RecordComponent::getAccessor).toList();
        this.accessors.forEach(accessor -> accessor.setAccessible(true));
        this.constructor = constructor(type, components);
    }

    @Override
    public void write(FrameWriter out, @Nullable Object value) {
        int part = out.openPart();
        out.number(codecs.size());
        for (int i = 0; i < codecs.size(); i++) {
            codecs.get(i).write(out, component(accessors.get(i), value));
        }
        out.closePart(part);
    }

    @Override
    public Object read(FrameReader in) {
        FrameReader part = in.part();
        int count = part.count();
        @Nullable Object[] components = new Object[codecs.size()];
        for (int i = 0; i < components.length; i++) {
            ValueCodec codec = codecs.get(i);
            components[i] = i < count ? codec.read(part) : codec.absent();
        }
        return made(components);
    }

    private static @Nullable Object component(Method accessor, @Nullable Object value) {
        try {
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("The record's " + accessor.getName() + " cannot be read.", e);
        }
    }

    private Object made(@Nullable Object[] components) {
        try {
            return constructor.newInstance(components);
        } catch (InvocationTargetException e) {
            throw new FrameException("A record that refuses its components: " + e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Constructor<?> constructor(Class<?> type, RecordComponent[] components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return canonical;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
