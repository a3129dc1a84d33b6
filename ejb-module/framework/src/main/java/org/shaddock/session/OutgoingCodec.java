package org.shaddock.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaId;
import org.shaddock.remote.FrameException;
import org.shaddock.remote.FrameReader;
import org.shaddock.remote.FrameWriter;

/**
 * How members hand pushes to one another: 0, or 1 and the type, name and epoch of the area it comes from; the number of pushes,
 * and for each its route, its body as JSON text, and the key under which it may be replaced, 0 standing for none and 1 for one that
 * follows. Each member encodes them for its own clients, which have been told other codes of routes and other schemas where it runs
 * another version of the application.
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
            Outgoing.Said said = Objects.requireNonNull(part.said(), "Only pushes go to other members.");
            out.text(said.route()).block(said.json());
            String key = part.replaceKey();
            if (key == null) {
                out.u8(0);
            } else {
                out.u8(1).text(key);
            }
        }
    }

    /**
     * @param encoder for the clients of this member
     * @throws FrameException if the bytes are something else, or cannot be encoded
     */
    public static Outgoing read(FrameReader in, Encoder encoder) {
        Origin origin = in.u8() == 1 ? origin(in) : null;
        int count = in.count();
        if (count == 0) {
            throw new FrameException("A push without a packet.");
        }
        List<Outgoing> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(part(in, encoder));
        }
        return origin == null ? Outgoing.bundle(parts) : Outgoing.bundle(parts, origin);
    }

    private static Outgoing part(FrameReader in, Encoder encoder) {
        String route = in.text();
        byte[] json = in.block();
        String key = in.u8() == 1 ? in.text() : null;
        try {
            return encoder.encode(route, json, key);
        } catch (RuntimeException e) {
            throw new FrameException("A push that cannot be encoded: " + e.getMessage());
        }
    }

    private static Origin origin(FrameReader in) {
        try {
            return new Origin(new AreaId(in.text(), in.text()), in.number());
        } catch (IllegalArgumentException e) {
            throw new FrameException("An area that cannot be: " + e.getMessage());
        }
    }

    /** Makes a push ready for clients. */
    @FunctionalInterface
    public interface Encoder {

        /** @param replaceKey as for {@link Outgoing#of} */
        Outgoing encode(String route, byte[] json, @Nullable String replaceKey);
    }
}
