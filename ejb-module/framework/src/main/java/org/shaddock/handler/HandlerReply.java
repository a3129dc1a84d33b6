package org.shaddock.handler;

import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaId;
import org.shaddock.area.AreaAbsentException;
import org.shaddock.remote.FrameReader;
import org.shaddock.remote.FrameWriter;
import org.shaddock.session.JsonCodec;

/** What a member answers to a {@link HandlerMessage}: 1 and the body as JSON text, or 0 if the area is not there. */
final class HandlerReply {

    private static final int ABSENT = 0;
    private static final int DONE = 1;
    private static final byte[] EMPTY_OBJECT = {'{', '}'};

    private HandlerReply() {}

    static byte[] done(@Nullable Object value, JsonCodec json) {
        byte[] body = value == null ? EMPTY_OBJECT : json.write(value);
        return new FrameWriter(body.length + 1).u8(DONE).rest(body).toBytes();
    }

    static byte[] absent() {
        return new byte[] {ABSENT};
    }

    /**
     * The body.
     *
     * @throws AreaAbsentException if the area was not there
     */
    static byte[] read(byte[] reply, @Nullable AreaId area) {
        FrameReader in = new FrameReader(reply);
        if (in.u8() == ABSENT && area != null) {
            throw new AreaAbsentException(area);
        }
        return in.rest();
    }
}
