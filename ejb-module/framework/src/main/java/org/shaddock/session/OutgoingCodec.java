package org.shaddock.session;

import java.util.ArrayList;
import java.util.List;
import org.shaddock.api.AreaId;
import org.shaddock.remote.FrameException;
import org.shaddock.remote.FrameReader;
import org.shaddock.remote.FrameWriter;

/**
 * How members hand pushes to one another: 0, or 1 and the type, name and epoch of the area it comes from; the number of packets,
 * and for each the packet behind its length and the key under which it may be replaced, 0 standing for none and 1 for one that
 * follows.
 */
public final class OutgoingCodec {

    private OutgoingCodec() {}

    public static void write(FrameWriter out, Outgoing outgoing) {
        Origin origin = outgoing.origin();
        out.u8(origin == null ? 0 : 1);
        if (origin != null) {
            out.text(origin.area().type()).text(origin.area().name()).number(origin.epoch());
        }
        List<Outgoing.Single> parts = outgoing.parts();
        out.number(parts.size());
        for (Outgoing.Single part : parts) {
            out.block(part.packet());
            String key = part.replaceKey();
            if (key == null) {
                out.u8(0);
            } else {
                out.u8(1).text(key);
            }
        }
    }

    /** @throws FrameException if the bytes are something else */
    public static Outgoing read(FrameReader in) {
        Origin origin = in.u8() == 1 ? origin(in) : null;
        int count = in.count();
        if (count == 0) {
            throw new FrameException("A push without a packet.");
        }
        List<Outgoing> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] packet = in.block();
            parts.add(Outgoing.of(packet, in.u8() == 1 ? in.text() : null));
        }
        return origin == null ? Outgoing.bundle(parts) : Outgoing.bundle(parts, origin);
    }

    private static Origin origin(FrameReader in) {
        try {
            return new Origin(new AreaId(in.text(), in.text()), in.number());
        } catch (IllegalArgumentException e) {
            throw new FrameException("An area that cannot be: " + e.getMessage());
        }
    }
}
