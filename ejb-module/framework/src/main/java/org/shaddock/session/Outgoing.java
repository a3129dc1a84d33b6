package org.shaddock.session;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to clients: one packet or a bundle of several, encoded once and shared by all receivers.
 *
 * <p>A bundle is queued and written as a whole, so that it costs a receiver no more than one packet does. Only for a
 * receiver that is too slow it falls into its parts.
 */
public abstract sealed class Outgoing {

    private @Nullable Framed framed;

    private Outgoing() {}

    /** A packet that waits its turn. */
    public static Single reliable(byte[] packet) {
        return new Single(packet, null, null);
    }

    /**
     * A packet.
     *
     * @param packet the whole packet, header included; not to be changed
     * @param replaceKey past the soft limit it takes the place of a waiting packet with the same key; {@code null} for
     *     one that waits its turn
     * @param said what it says, if it is a push: then it can be handed to other members
     */
    static Single of(byte[] packet, @Nullable String replaceKey, @Nullable Said said) {
        return new Single(packet, replaceKey, said);
    }

    /** All packets of what is given, in this order, as one; there must be one at least. */
    public static Outgoing bundle(List<? extends Outgoing> contents) {
        if (contents.isEmpty()) {
            throw new IllegalArgumentException("A bundle has at least one packet.");
        }
        return contents.size() == 1
                ? contents.get(0)
                : new Bundle(
                        contents.stream().flatMap(each -> each.parts().stream()).toList(), null);
    }

    /** The same, of packets that an area has sent. */
    public static Outgoing bundle(List<? extends Outgoing> contents, Origin origin) {
        return new Bundle(
                contents.stream().flatMap(each -> each.parts().stream()).toList(), origin);
    }

    /** The area it comes from, if it comes from one. */
    public @Nullable Origin origin() {
        return null;
    }

    /** Its packets, in order. */
    public abstract List<Single> parts();

    /** The length of its packets, as it counts for what is pending. */
    public abstract int bytes();

    /** What goes over the wire in a transport's way, made once for all receivers with that way; not to be changed. */
    public byte[] framed(Framing framing) {
        for (Framed known = framed; known != null; known = known.next) {
            if (known.framing == framing) {
                return known.bytes;
            }
        }
        byte[] bytes = framing.frame(parts());
        framed = new Framed(framing, bytes, framed);
        return bytes;
    }

    /** A single packet. */
    public static final class Single extends Outgoing {

        private final byte[] packet;
        private final @Nullable String replaceKey;
        private final @Nullable Said said;

        private Single(byte[] packet, @Nullable String replaceKey, @Nullable Said said) {
            this.packet = packet;
            this.replaceKey = replaceKey;
            this.said = said;
        }

        /** The whole packet, header included; not to be changed. */
        public byte[] packet() {
            return packet;
        }

        /** What it may replace, and be replaced by, past the soft limit. */
        public @Nullable String replaceKey() {
            return replaceKey;
        }

        /** What it says, if it is a push: clients of another member may have other codes and schemas than those of this one. */
        @Nullable
        Said said() {
            return said;
        }

        @Override
        public List<Single> parts() {
            return List.of(this);
        }

        @Override
        public int bytes() {
            return packet.length;
        }
    }

    /**
     * A push before it is encoded for clients.
     *
     * @param bytes end with the body as JSON text; not to be changed
     * @param from where the body begins
     */
    record Said(String route, byte[] bytes, int from) {

        byte[] json() {
            return Arrays.copyOfRange(bytes, from, bytes.length);
        }
    }

    /** Several packets. */
    private static final class Bundle extends Outgoing {

        private final List<Single> parts;
        private final int bytes;
        private final @Nullable Origin origin;

        Bundle(List<Single> parts, @Nullable Origin origin) {
            this.parts = parts;
            this.origin = origin;
            this.bytes = parts.stream().mapToInt(Single::bytes).sum();
        }

        @Override
        public @Nullable Origin origin() {
            return origin;
        }

        @Override
        public List<Single> parts() {
            return parts;
        }

        @Override
        public int bytes() {
            return bytes;
        }
    }

    /** Bytes that are ready. Threads that make the same at the same time do no harm, since all fields are final. */
    private static final class Framed {

        private final Framing framing;
        private final byte[] bytes;
        private final @Nullable Framed next;

        Framed(Framing framing, byte[] bytes, @Nullable Framed next) {
            this.framing = framing;
            this.bytes = bytes;
            this.next = next;
        }
    }
}
