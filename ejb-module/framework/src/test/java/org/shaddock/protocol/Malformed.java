package org.shaddock.protocol;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.assertj.core.api.Assertions;

/** What strangers send, and the only two things that may come of it. */
final class Malformed {

    private Malformed() {}

    /** Up to 300 bytes of any value, small ones more often: those are the types, lengths and keys. */
    static Arbitrary<byte[]> rubbish() {
        Arbitrary<Byte> small = Arbitraries.bytes().between((byte) 0, (byte) 20);
        return Arbitraries.oneOf(small, Arbitraries.bytes()).array(byte[].class).ofMaxSize(300);
    }

    /** Valid bytes cut short, or with a few of them changed, inserted or left out. */
    static byte[] damaged(byte[] valid, Random random) {
        byte[] bytes = valid;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            int at = random.nextInt(bytes.length + 1);
            byte[] before = Arrays.copyOf(bytes, at);
            byte[] after = Arrays.copyOfRange(bytes, Math.min(bytes.length, at + random.nextInt(2)), bytes.length);
            bytes = random.nextInt(4) == 0
                    ? before
                    : new ByteWriter(0)
                            .bytes(before)
                            .u8(random.nextInt(256))
                            .bytes(after)
                            .toByteArray();
        }
        return bytes;
    }

    /** Decodes, and fails when anything but a {@link ProtocolException} is thrown. Tells whether the bytes were good. */
    static boolean decodesOrIsRefused(Runnable decoding) {
        try {
            decoding.run();
            return true;
        } catch (ProtocolException refusal) {
            Assertions.assertThat(refusal.getMessage()).isNotBlank();
            return false;
        }
    }
}
