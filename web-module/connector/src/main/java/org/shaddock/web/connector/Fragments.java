package org.shaddock.web.connector;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Puts the fragments of a client's message together. As soon as there is more than a frame may have, what there is goes on
 * to be refused like any frame that is too long. The container would gather fragments, too, but it keeps a session for ever
 * once it has closed it for a message that was too long. Used by the connection's reader only.
 */
final class Fragments {

    private final int maxBytes;
    private final Consumer<byte[]> receiver;
    private final ByteArrayOutputStream gathered = new ByteArrayOutputStream(0);

    /**
     * @param maxBytes the longest message to wait for
     * @param receiver takes whole messages, and the beginnings of those that are too long
     */
    Fragments(int maxBytes, Consumer<byte[]> receiver) {
        this.maxBytes = maxBytes;
        this.receiver = receiver;
    }

    void binary(ByteBuffer fragment, boolean last) {
        byte[] bytes = new byte[fragment.remaining()];
        fragment.get(bytes);
        add(bytes, last);
    }

    /** Fragments of a text end between characters. */
    void text(String fragment, boolean last) {
        add(fragment.getBytes(StandardCharsets.UTF_8), last);
    }

    private void add(byte[] fragment, boolean last) {
        if (last && gathered.size() == 0) {
            receiver.accept(fragment);
            return;
        }
        gathered.writeBytes(fragment);
        if (last || gathered.size() > maxBytes) {
            byte[] message = gathered.toByteArray();
            gathered.reset();
            receiver.accept(message);
        }
    }
}
