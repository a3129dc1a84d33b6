package org.shaddock.remote.call;

import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaId;
import org.shaddock.remote.FrameException;
import org.shaddock.remote.FrameReader;
import org.shaddock.remote.FrameWriter;

/**
 * A call on the network: service, method, key, area's type ({@code ""} for no area, else followed by its name), arguments.
 *
 * @param service the interface's name
 * @param method the method's name
 * @param key the text of the route key
 * @param area where it is to run, or {@code null}
 * @param arguments as the method's codecs wrote them
 */
record CallMessage(
        String service, String method, String key, @Nullable AreaId area, byte[] arguments) {

    /** The name under which members serve calls to one another. */
    static final String PEER_SERVICE = "call";

    /** @throws FrameException if the bytes are no call */
    static CallMessage parse(byte[] payload) {
        FrameReader in = new FrameReader(payload);
        return new CallMessage(in.text(), in.text(), in.text(), area(in), in.rest());
    }

    byte[] toBytes() {
        FrameWriter out = new FrameWriter(service.length() + method.length() + key.length() + arguments.length + 16)
                .text(service)
                .text(method)
                .text(key)
                .text(area == null ? "" : area.type());
        if (area != null) {
            out.text(area.name());
        }
        return out.rest(arguments).toBytes();
    }

    private static @Nullable AreaId area(FrameReader in) {
        String type = in.text();
        if (type.isEmpty()) {
            return null;
        }
        try {
            return new AreaId(type, in.text());
        } catch (IllegalArgumentException e) {
            throw new FrameException("An area that cannot be: " + e.getMessage());
        }
    }
}
