package org.shaddock.session;

import java.util.ArrayList;
import java.util.List;
import org.shaddock.remote.FrameException;
import org.shaddock.remote.FrameReader;
import org.shaddock.remote.FrameWriter;

/**
 * How members hand pushes to one another: the number of packets, and for each the packet behind its length and the key under
 * which it may be replaced, 0 standing for none and 1 for one that follows.
 */
public final class OutgoingCodec {

    private OutgoingCodec() {}

    public static void write(FrameWriter out, Outgoing outgoing) {
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
        int count = in.count();
        if (count == 0) {
            throw new FrameException("A push without a packet.");
        }
        List<Outgoing> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] packet = in.block();
            parts.add(Outgoing.of(packet, in.u8() == 1 ? in.text() : null));
        }
        return Outgoing.bundle(parts);
    }
}
