package org.shaddock.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacketCodecTest {

    private static final int MAX_BODY_BYTES = 65536;

    private final PacketCodec codec = new PacketCodec(MAX_BODY_BYTES);

    static Stream<Vector> packets() {
        return Vector.with("packet", "packets.txt");
    }

    static Stream<Vector> refused() {
        return Vector.with("refused", "packets.txt");
    }

    @ParameterizedTest
    @MethodSource("packets")
    void shouldDecodeGoldenFrame(Vector vector) {
        assertThat(codec.decode(vector.bytes("bytes"))).isEqualTo(packets(vector));
    }

    @ParameterizedTest
    @MethodSource("packets")
    void shouldEncodeGoldenFrame(Vector vector) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();

        packets(vector).forEach(packet -> frame.writeBytes(PacketCodec.encode(packet.type(), packet.body())));

        assertThat(frame.toByteArray()).isEqualTo(vector.bytes("bytes"));
    }

    private static List<Packet> packets(Vector vector) {
        return vector.all("packet").stream()
                .map(line -> line.split(" ", 2))
                .map(words -> new Packet(PacketType.valueOf(words[0]), Vector.body(words[1])))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void shouldRefuseMalformedFrame(Vector vector) {
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> codec.decode(vector.bytes("bytes")))
                .withMessageContaining(vector.text("refused"))
                .satisfies(refusal -> assertThat(refusal.getStackTrace()).isEmpty());
    }

    @Test
    void shouldDecodeItsOwnConstants() {
        assertThat(codec.decode(PacketCodec.HEARTBEAT)).containsExactly(new Packet(PacketType.HEARTBEAT, new byte[0]));
        assertThat(codec.decode(PacketCodec.HANDSHAKE_ACK))
                .containsExactly(new Packet(PacketType.HANDSHAKE_ACK, new byte[0]));
    }

    @Test
    void shouldEncodeLongestBody() {
        byte[] packet = PacketCodec.encode(PacketType.DATA, new byte[PacketCodec.MAX_BODY_BYTES]);

        assertThat(packet).hasSize(4 + 0xFFFFFF).startsWith(4, 0xFF, 0xFF, 0xFF);
        assertThat(new PacketCodec(PacketCodec.MAX_BODY_BYTES).decode(packet)).hasSize(1);
    }

    @Test
    void shouldNotEncodeBodyThatItsLengthCannotTell() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PacketCodec.encode(PacketType.DATA, new byte[PacketCodec.MAX_BODY_BYTES + 1]))
                .withMessage("A packet carries at most 16777215 bytes, not 16777216.");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0x1000000})
    void shouldNotAllowMaximumThatNoLengthCanReach(int maxBodyBytes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PacketCodec(maxBodyBytes))
                .withMessage("The longest packet body must be from 0 to 16777215 bytes, not " + maxBodyBytes + ".");
    }

    @Test
    void shouldDecodeEmptyBodiesAloneWhenMaximumIsZero() {
        PacketCodec strict = new PacketCodec(0);

        assertThat(strict.decode(PacketCodec.HEARTBEAT)).hasSize(1);
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> strict.decode(PacketCodec.encode(PacketType.DATA, new byte[1])));
    }

    @Test
    void shouldComparePacketsByContent() {
        Packet packet = new Packet(PacketType.DATA, new byte[] {1, 2});

        assertThat(packet)
                .isEqualTo(new Packet(PacketType.DATA, new byte[] {1, 2}))
                .hasSameHashCodeAs(new Packet(PacketType.DATA, new byte[] {1, 2}))
                .doesNotHaveSameHashCodeAs(new Packet(PacketType.DATA, new byte[] {1, 3}))
                .isNotEqualTo(new Packet(PacketType.KICK, new byte[] {1, 2}))
                .isNotEqualTo(new Packet(PacketType.DATA, new byte[] {1, 3}))
                .isNotEqualTo("DATA")
                .hasToString("DATA (2 bytes)");
    }
}
