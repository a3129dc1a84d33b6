package org.shaddock.handler;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.Session;
import org.shaddock.session.JsonCodec;

/** One parameter of a handler method: where its value comes from. */
sealed interface Argument {

    /** The value for one call. */
    @Nullable
    Object value(Call call, JsonCodec json);

    /** The client. */
    record OfSession() implements Argument {
        @Override
        public Object value(Call call, JsonCodec json) {
            return call.session();
        }
    }

    /** The body's bytes as JSON text. */
    record OfRawBody() implements Argument {
        @Override
        public Object value(Call call, JsonCodec json) {
            return call.body();
        }
    }

    /** The body bound to a type and validated. */
    record OfBody(Type type) implements Argument {
        @Override
        public Object value(Call call, JsonCodec json) {
            return json.read(call.body(), type);
        }
    }

    /** The state of the area; known only in its turn. */
    record OfState() implements Argument {
        @Override
        public @Nullable Object value(Call call, JsonCodec json) {
            return null;
        }
    }

    /** The area; known only in its turn. */
    record OfArea() implements Argument {
        @Override
        public @Nullable Object value(Call call, JsonCodec json) {
            return null;
        }
    }

    /** What arguments are made from. */
    interface Call {

        Session session();

        byte[] body();
    }
}
