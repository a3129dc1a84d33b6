package org.shaddock.web.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shaddock.session.Outgoing;

class FramesTest {

    @ParameterizedTest
    @CsvSource({
        "0,8200",
        "1,8201",
        "125,827d",
        "126,827e007e",
        "127,827e007f",
        "65535,827effff",
        "65536,827f0000000000010000",
        "100000,827f00000000000186a0"
    })
    void shouldPutTheLengthBeforeThePayload(int length, String header) {
        byte[] frame = Frames.each(packets(new byte[length]));

        assertThat(frame)
                .hasSize(header.length() / 2 + length)
                .startsWith(HexFormat.of().parseHex(header));
    }

    @Test
    void shouldPutOneFrameBehindTheOther() {
        byte[] frames = Frames.each(packets(new byte[] {1, 2}, new byte[] {}, new byte[] {3}));

        assertThat(frames).asHexString().isEqualTo("820201028200820103");
    }

    @Test
    void shouldKeepPayloadsAsTheyAre() {
        byte[] payload = new byte[70_000];
        Arrays.fill(payload, (byte) 0xA5);

        byte[] frame = Frames.each(packets(payload));

        assertThat(ByteBuffer.wrap(frame, 10, 70_000)).isEqualTo(ByteBuffer.wrap(payload));
    }

    @Test
    void shouldPutAllPacketsIntoOneFrameWhenTheClientTakesThem() {
        List<Outgoing.Single> packets = packets(new byte[] {1, 2}, new byte[] {}, new byte[124]);

        assertThat(Frames.together(packets)).asHexString().isEqualToIgnoringCase("827e007e0102" + "00".repeat(124));
        assertThat(Frames.payload(packets)).asHexString().isEqualTo("0102" + "00".repeat(124));
    }

    @Test
    void shouldLeaveAShortReasonAlone() {
        assertThat(Frames.closeReason("bye")).isEqualTo("bye");
        assertThat(Frames.closeReason("x".repeat(123))).hasSize(123);
    }

    @ParameterizedTest
    @CsvSource({"x,123", "\u00e9,122", "\u4e2d,123", "\ud83d\ude00,120"})
    void shouldCutALongReasonBetweenCharacters(String character, int bytes) {
        String reason = Frames.closeReason(character.repeat(124));

        assertThat(reason.getBytes(UTF_8)).hasSize(bytes);
        assertThat(reason).doesNotContain("\ufffd");
    }

    private static List<Outgoing.Single> packets(byte[]... packets) {
        return Stream.of(packets).map(Outgoing::reliable).toList();
    }
}
