package org.shaddock.remote.call;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaId;
import org.shaddock.api.FailureMode;
import org.shaddock.api.RouteKey;
import org.shaddock.remote.FrameReader;
import org.shaddock.remote.FrameWriter;
import org.shaddock.remote.codec.TypeCodecs;
import org.shaddock.remote.codec.ValueCodec;

/**
 * A method that can be called from another member, checked.
 *
 * @param method the interface's
 * @param kind how it is called
 * @param policy how calls travel
 * @param arguments the parameters' codecs
 * @param result the result's codec, of what the stage completes with if it returns one
 * @param keyIndex which parameter is the route key; -1 for none
 */
record RemoteMethod(
        Method method, Kind kind, Policy policy, List<ValueCodec> arguments, ValueCodec result, int keyIndex) {

    private static final int USUAL_BYTES = 64;

    /** @throws RemoteDefinitionException if it cannot be called */
    static RemoteMethod of(Method method, Class<?> type, TypeCodecs codecs) {
        Kind kind = Kind.of(method.getReturnType());
        Policy policy = Policy.of(method, type);
        check(
                policy.onFailure() != FailureMode.FAILBACK || kind == Kind.FORGET,
                method,
                "has the failure mode FAILBACK but returns something: let it return void");
        check(policy.timeoutMillis() >= 0, method, "has a negative time-out");
        List<ValueCodec> arguments = Arrays.stream(method.getGenericParameterTypes())
                .map(parameter -> codec(parameter, method, codecs))
                .toList();
        ValueCodec result = codec(kind.resultType(method), method, codecs);
        method.setAccessible(true);
        return new RemoteMethod(method, kind, policy, arguments, result, keyIndex(method));
    }

    byte[] encoded(@Nullable Object[] values) {
        FrameWriter out = new FrameWriter(USUAL_BYTES);
        for (int i = 0; i < values.length; i++) {
            arguments.get(i).write(out, values[i]);
        }
        return out.toBytes();
    }

    @Nullable
    Object[] decoded(FrameReader in) {
        @Nullable Object[] values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments.get(i).read(in);
        }
        in.end();
        return values;
    }

    byte[] encodedResult(@Nullable Object value) {
        FrameWriter out = new FrameWriter(USUAL_BYTES);
        result.write(out, value);
        return out.toBytes();
    }

    @Nullable
    Object decodedResult(byte[] payload) {
        FrameReader in = new FrameReader(payload);
        Object value = result.read(in);
        in.end();
        return value;
    }

    /** The text of the route key among the arguments; {@code ""} for none. */
    String key(@Nullable Object[] values) {
        Object key = keyIndex < 0 ? null : values[keyIndex];
        return key == null ? "" : key.toString();
    }

    /** The area that the route key names, if it names one. */
    @Nullable
    AreaId area(@Nullable Object[] values) {
        return keyIndex >= 0 && values[keyIndex] instanceof AreaId area ? area : null;
    }

    private static int keyIndex(Method method) {
        Annotation[][] annotations = method.getParameterAnnotations();
        int[] marked = IntStream.range(0, annotations.length)
                .filter(i -> Arrays.stream(annotations[i]).anyMatch(RouteKey.class::isInstance))
                .toArray();
        check(marked.length <= 1, method, "has two parameters with @RouteKey: keep one");
        return marked.length == 0 ? -1 : marked[0];
    }

    private static ValueCodec codec(Type type, Method method, TypeCodecs codecs) {
        try {
            return codecs.of(type);
        } catch (IllegalArgumentException e) {
            throw new RemoteDefinitionException(named(method) + " cannot be called remotely: " + e.getMessage() + ".");
        }
    }

    private static void check(boolean holds, Method method, String problem) {
        if (!holds) {
            throw new RemoteDefinitionException(named(method) + " " + problem + ".");
        }
    }

    private static String named(Method method) {
        return method.getDeclaringClass().getName() + "." + method.getName();
    }

    /** How a method is called, by what it returns. */
    enum Kind {
        /** {@code void}: nobody waits. */
        FORGET,
        /** A stage: the caller goes on. */
        STAGE,
        /** A value: the caller waits. */
        WAIT;

        static Kind of(Class<?> returned) {
            if (returned == void.class) {
                return FORGET;
            }
            return returned == CompletionStage.class || returned == CompletableFuture.class ? STAGE : WAIT;
        }

        Type resultType(Method method) {
            Type returned = method.getGenericReturnType();
            if (this == FORGET) {
                return Void.class;
            }
            return this == STAGE && returned instanceof ParameterizedType generic
                    ? generic.getActualTypeArguments()[0]
                    : returned;
        }
    }
}
