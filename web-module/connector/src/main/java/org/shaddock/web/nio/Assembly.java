package org.shaddock.web.nio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.shaddock.session.CloseCode;

/** Puts the fragments of a message together. Between messages it keeps no buffer. */
final class Assembly {

    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int BINARY = 2;

    private int opcode;
    private @Nullable ByteArrayOutputStream gathered;

    /** A fragment with this opcode has begun. */
    void next(int fragment) throws FrameException {
        FrameDecoder.demand(fragment <= BINARY, "There is no such opcode.");
        FrameDecoder.demand((fragment == CONTINUATION) == (gathered != null), "Fragments out of order.");
        opcode = fragment == CONTINUATION ? opcode : fragment;
    }

    /** The bytes of the fragments so far. */
    int bytes() {
        return gathered == null ? 0 : gathered.size();
    }

    /** The whole message, if this was its last fragment. */
    byte @Nullable [] add(byte[] fragment, boolean last) throws FrameException {
        if (gathered == null && last) {
            return checked(fragment);
        }
        ByteArrayOutputStream all = gathered == null ? new ByteArrayOutputStream() : gathered;
        all.writeBytes(fragment);
        gathered = last ? null : all;
        return last ? checked(all.toByteArray()) : null;
    }

    private byte[] checked(byte[] message) throws FrameException {
        if (opcode == TEXT) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(message));
            } catch (CharacterCodingException e) {
                throw new FrameException(CloseCode.NOT_TEXT, "A text is not in UTF-8.");
            }
        }
        return message;
    }
}
