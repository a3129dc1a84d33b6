package org.shaddock.session;

import org.jspecify.annotations.Nullable;

/**
 * A packet to be sent, encoded once and shared by all its receivers.
 *
 * @param packet the whole packet, header included; not to be changed
 * @param replaceKey past the soft limit it takes the place of a waiting packet with the same key; {@code null} for one
 *     that waits its turn
 */
public record Outgoing(byte[] packet, @Nullable String replaceKey) {

    /** A packet that waits its turn. */
    public static Outgoing reliable(byte[] packet) {
        return new Outgoing(packet, null);
    }
}
