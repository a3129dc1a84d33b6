package org.shaddock.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {

    private final List<String> seen = new ArrayList<>();
    private final FrameReader reader = new FrameReader(new Scratch(new Clock()));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void shouldFindEveryFrameWhereverTheBytesAreCut(int step) {
        byte[] stream = stream(0, 1, 125, 126, 300, 2);

        for (int from = 0; from < stream.length; from += step) {
            read(Arrays.copyOfRange(stream, from, Math.min(from + step, stream.length)));
        }

        assertThat(seen).containsExactly("data 0", "data 1", "data 125", "data 126", "data 300", "data 2");
    }

    @Test
    void shouldFindTheLongestFramesToo() {
        byte[] stream = stream(65_535, 65_536, 300_000, 2);

        for (int from = 0; from < stream.length; from += 50_000) {
            read(Arrays.copyOfRange(stream, from, Math.min(from + 50_000, stream.length)));
        }

        assertThat(seen).containsExactly("data 65535", "data 65536", "data 300000", "data 2");
    }

    @Test
    void shouldTellControlFramesFromData() {
        read(new byte[] {(byte) 0x89, 1, 'x', (byte) 0x8A, 0, (byte) 0x88, 2, 0x03, (byte) 0xE8});

        assertThat(seen).containsExactly("ping 1", "close 1000");
    }

    private void read(byte[] bytes) {
        ByteBuf arrived = Unpooled.wrappedBuffer(bytes);
        reader.read(arrived, new Recorder());
        assertThat(arrived.isReadable()).isFalse();
    }

    private static byte[] stream(int... lengths) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int length : lengths) {
            out.write(0x82);
            if (length < 126) {
                out.write(length);
            } else if (length < 65_536) {
                out.writeBytes(new byte[] {126, (byte) (length >> 8), (byte) length});
            } else {
                out.writeBytes(
                        new byte[] {127, 0, 0, 0, 0, 0, (byte) (length >> 16), (byte) (length >> 8), (byte) length});
            }
            out.writeBytes(new byte[length]);
        }
        return out.toByteArray();
    }

    private final class Recorder implements FrameReader.Frames {

        @Override
        public void data(byte[] bytes, int from, int to) {
            seen.add("data " + (to - from));
        }

        @Override
        public void pinged(byte[] bytes, int from, int to) {
            seen.add("ping " + (to - from));
        }

        @Override
        public void closed(int code) {
            seen.add("close " + code);
        }
    }
}
