package org.shaddock.web.nio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shaddock.session.CloseCode.NOT_TEXT;
import static org.shaddock.session.CloseCode.PROTOCOL_ERROR;
import static org.shaddock.session.CloseCode.TOO_BIG;
import static org.shaddock.web.nio.ClientFrames.BINARY;
import static org.shaddock.web.nio.ClientFrames.BINARY_BEGINS;
import static org.shaddock.web.nio.ClientFrames.CLOSE;
import static org.shaddock.web.nio.ClientFrames.CONTINUED;
import static org.shaddock.web.nio.ClientFrames.CONTINUES;
import static org.shaddock.web.nio.ClientFrames.PING;
import static org.shaddock.web.nio.ClientFrames.PONG;
import static org.shaddock.web.nio.ClientFrames.TEXT;
import static org.shaddock.web.nio.ClientFrames.announcement;
import static org.shaddock.web.nio.ClientFrames.frame;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shaddock.session.CloseCode;

class FrameDecoderTest {

    private static final int MAX = 70_000;

    private final List<String> heard = new ArrayList<>();
    private final FrameDecoder decoder = new FrameDecoder(MAX, new Log());

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 65_535, 65_536, MAX})
    void shouldReadAMessageOfAnyLength(int length) throws FrameException {
        read(frame(BINARY, new byte[length]));

        assertThat(heard).containsExactly("message " + "00".repeat(length));
    }

    @Test
    void shouldReadFramesHoweverTheyAreCut() throws FrameException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(frame(BINARY, (byte) 1, (byte) 2));
        stream.writeBytes(frame(BINARY, new byte[126]));
        stream.writeBytes(frame(PING, (byte) 3));
        for (byte single : stream.toByteArray()) {
            read(single);
        }

        assertThat(heard).containsExactly("message 0102", "message " + "00".repeat(126), "ping 03");
    }

    @Test
    void shouldReadSeveralFramesAtOnce() throws FrameException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(frame(BINARY, (byte) 1));
        stream.writeBytes(frame(PONG));
        stream.writeBytes(frame(TEXT, "\u00e9".getBytes(UTF_8)));
        read(stream.toByteArray());

        assertThat(heard).containsExactly("message 01", "message c3a9");
    }

    @Test
    void shouldPutFragmentsTogetherAndHearAPingBetweenThem() throws FrameException {
        read(frame(BINARY_BEGINS, (byte) 1));
        read(frame(PING));
        read(frame(CONTINUES, (byte) 2));
        read(frame(CONTINUED, (byte) 3));
        read(frame(BINARY, (byte) 4));

        assertThat(heard).containsExactly("ping ", "message 010203", "message 04");
    }

    @ParameterizedTest
    @CsvSource({"'',1005", "03e8,1000", "03e9627965,1001", "0fa0,4000"})
    void shouldTellTheCodeOfAClose(String body, int code) throws FrameException {
        read(frame(CLOSE, HexFormat.of().parseHex(body)));

        assertThat(heard).containsExactly("closing " + code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"03", "03ed", "03e7", "03f7", "1388"})
    void shouldRefuseACloseCodeThatIsNotToBeSent(String body) {
        assertRefused(PROTOCOL_ERROR, frame(CLOSE, HexFormat.of().parseHex(body)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0xC2, 0xA2, 0x92, 0x83, 0x87, 0x8B, 0x8F, 0x09, CONTINUES, CONTINUED})
    void shouldRefuseAHeadThatMeansNothing(int head) {
        assertRefused(PROTOCOL_ERROR, frame(head, (byte) 0));
    }

    @Test
    void shouldRefuseAFrameThatIsNotMasked() {
        assertRefused(PROTOCOL_ERROR, new byte[] {(byte) BINARY, 1, 0});
    }

    @Test
    void shouldRefuseALongControlFrame() {
        assertRefused(PROTOCOL_ERROR, frame(PING, new byte[126]));
    }

    @Test
    void shouldRefuseANewMessageInsideAnother() throws FrameException {
        read(frame(BINARY_BEGINS, (byte) 1));

        assertRefused(PROTOCOL_ERROR, frame(BINARY, (byte) 2));
    }

    @ParameterizedTest
    @ValueSource(longs = {MAX + 1, 1L << 31, Long.MAX_VALUE, -1})
    void shouldRefuseALongMessageBeforeItComes(long length) {
        assertRefused(TOO_BIG, announcement(BINARY, length));
    }

    @Test
    void shouldCountAllFragmentsOfAMessage() throws FrameException {
        read(frame(BINARY_BEGINS, new byte[MAX - 1]));

        assertRefused(TOO_BIG, announcement(CONTINUED, 2));
    }

    @Test
    void shouldRefuseATextThatIsNotUtf8() {
        assertRefused(NOT_TEXT, frame(TEXT, (byte) 0xC3, (byte) 0x28));
    }

    private void read(byte... bytes) throws FrameException {
        decoder.read(ByteBuffer.wrap(bytes));
    }

    private void assertRefused(CloseCode code, byte[] bytes) {
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOfSatisfying(FrameException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(code));
        assertThat(heard).isEmpty();
    }

    private final class Log implements FrameListener {

        @Override
        public void message(byte[] payload) {
            heard.add("message " + HexFormat.of().formatHex(payload));
        }

        @Override
        public void ping(byte[] payload) {
            heard.add("ping " + HexFormat.of().formatHex(payload));
        }

        @Override
        public void closing(int code) {
            heard.add("closing " + code);
        }
    }
}
