package org.shaddock.handler;

import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaId;
import org.shaddock.remote.FrameException;
import org.shaddock.remote.FrameReader;
import org.shaddock.remote.FrameWriter;

/**
 * A client's message on its way to the member that handles it: route, 1 if nobody waits for an answer else 0, the area's type
 * ({@code ""} for none, else followed by its name), the session's snapshot, the body.
 *
 * @param route the route
 * @param isNotify whether the client expects no answer
 * @param area where it is to run, or {@code null}
 * @param session the session's snapshot
 * @param body JSON text
 */
record HandlerMessage(
        String route, boolean isNotify, @Nullable AreaId area, byte[] session, byte[] body) {

    /** @throws FrameException if the bytes are no such message */
    static HandlerMessage parse(byte[] payload) {
        FrameReader in = new FrameReader(payload);
        return new HandlerMessage(in.text(), in.u8() == 1, area(in), in.block(), in.rest());
    }

    byte[] toBytes() {
        FrameWriter out = new FrameWriter(route.length() + session.length + body.length + 32)
                .text(route)
                .u8(isNotify ? 1 : 0)
                .text(area == null ? "" : area.type());
        if (area != null) {
            out.text(area.name());
        }
        return out.block(session).rest(body).toBytes();
    }

    private static @Nullable AreaId area(FrameReader in) {
        String type = in.text();
        return type.isEmpty() ? null : new AreaId(type, in.text());
    }
}
