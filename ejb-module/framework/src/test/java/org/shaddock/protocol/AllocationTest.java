package org.shaddock.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What decoding costs in memory, measured: strangers must not make it cost more than they pay in bytes. */
class AllocationTest {

    private static final long SMALL = 16 * 1024;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Stream<Vector> lyingBodies() {
        return Vector.with("refused", "protobuf.txt");
    }

    /** The bytes that this thread allocates, after classes and messages have been loaded by first runs. */
    private long allocated(Runnable decoding) {
        for (int warmUp = 0; warmUp < 3; warmUp++) {
            Malformed.decodesOrIsRefused(decoding);
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        Malformed.decodesOrIsRefused(decoding);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @ParameterizedTest
    @MethodSource("lyingBodies")
    void shouldAllocateNothingForWhatBodyOnlyAnnounces(Vector vector) {
        ProtobufCodec codec = new ProtobufCodec(ProtoSchema.parse(vector.json("schema")));
        byte[] bytes = vector.bytes("bytes");

        assertThat(allocated(() -> codec.decode("r", bytes))).isLessThan(SMALL);
    }

    @Test
    void shouldAllocateNothingForPacketOfAnnouncedMegabytes() {
        PacketCodec codec = new PacketCodec(PacketCodec.MAX_BODY_BYTES);
        byte[] frame = Vector.hex("04 ffffff 00");

        assertThat(allocated(() -> codec.decode(frame))).isLessThan(SMALL);
    }

    @Test
    void shouldAllocateInProportionToBodyOfManyEmptyMessages() {
        ProtobufCodec codec = new ProtobufCodec(
                ProtoSchema.parse(Json.object("{\"r\":{\"repeated A a\":1,\"message A\":{\"optional uInt32 n\":1}}}")));
        byte[] body = new byte[65536];
        for (int i = 0; i < body.length; i += 2) {
            body[i] = 0x0a;
        }

        assertThat(allocated(() -> codec.decode("r", body))).isLessThan(200L * body.length);
    }

    @Test
    void shouldAllocateInProportionToManyCountedValues() {
        ProtobufCodec codec = new ProtobufCodec(ProtoSchema.parse(Json.object("{\"r\":{\"repeated uInt32 n\":1}}")));
        byte[] body = new byte[65536];
        Arrays.fill(body, (byte) 0x7f);
        System.arraycopy(Vector.hex("08 fcff03"), 0, body, 0, 4);

        assertThat(allocated(() -> assertThat(codec.decode("r", body)).isNotEmpty()))
                .isLessThan(50L * body.length);
    }
}
