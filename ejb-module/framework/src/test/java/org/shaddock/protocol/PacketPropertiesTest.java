package org.shaddock.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PacketPropertiesTest {

    private final PacketCodec codec = new PacketCodec(1000);

    @Provide
    Arbitrary<List<Packet>> packets() {
        Arbitrary<byte[]> body = Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
        return Combinators.combine(Arbitraries.of(PacketType.class), body)
                .as(Packet::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<byte[]> rubbish() {
        return Malformed.rubbish();
    }

    private static byte[] frame(List<Packet> packets) {
        ByteWriter frame = new ByteWriter(0);
        packets.forEach(packet -> frame.bytes(PacketCodec.encode(packet.type(), packet.body())));
        return frame.toByteArray();
    }

    @Property
    void shouldDecodeWhatItEncoded(@ForAll("packets") List<Packet> packets) {
        assertThat(codec.decode(frame(packets))).isEqualTo(packets);
    }

    @Property
    void shouldDecodeNothingButWholePackets(@ForAll("rubbish") byte[] frame) {
        Malformed.decodesOrIsRefused(
                () -> assertThat(frame(codec.decode(frame))).isEqualTo(frame));
    }

    @Property
    void shouldDecodeOrRefuseDamagedFrame(@ForAll("packets") List<Packet> packets, @ForAll Random random) {
        byte[] frame = Malformed.damaged(frame(packets), random);

        Malformed.decodesOrIsRefused(
                () -> assertThat(frame(codec.decode(frame))).isEqualTo(frame));
    }

    @Property
    void shouldNeverTakeTruncatedFrameForWholeOne(@ForAll("packets") List<Packet> packets, @ForAll Random random) {
        byte[] whole = frame(packets);
        byte[] truncated = Arrays.copyOf(whole, random.nextInt(whole.length));

        Malformed.decodesOrIsRefused(() -> {
            List<Packet> decoded = codec.decode(truncated);
            assertThat(decoded).isEqualTo(packets.subList(0, decoded.size())).hasSizeLessThan(packets.size());
        });
    }
}
