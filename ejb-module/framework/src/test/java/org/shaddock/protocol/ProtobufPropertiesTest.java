package org.shaddock.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ProtobufPropertiesTest {

    @Provide
    Arbitrary<ProtobufCase> cases() {
        return ProtobufCase.any();
    }

    @Provide
    Arbitrary<byte[]> rubbish() {
        return Malformed.rubbish();
    }

    @Property
    void shouldDecodeWhatItEncoded(@ForAll("cases") ProtobufCase made) {
        assertThat(made.codec().decode("r", made.bytes())).isEqualTo(made.body());
    }

    @Property
    void shouldDecodeOrRefuseRubbish(@ForAll("cases") ProtobufCase made, @ForAll("rubbish") byte[] bytes) {
        Malformed.decodesOrIsRefused(() -> made.codec().decode("r", bytes));
    }

    @Property
    void shouldDecodeOrRefuseTruncatedBody(@ForAll("cases") ProtobufCase made, @ForAll Random random) {
        byte[] whole = made.bytes();
        byte[] truncated = Arrays.copyOf(whole, random.nextInt(whole.length));

        Malformed.decodesOrIsRefused(
                () -> assertThat(made.codec().decode("r", truncated)).isNotEqualTo(made.body()));
    }

    @Property
    void shouldDecodeOrRefuseDamagedBody(@ForAll("cases") ProtobufCase made, @ForAll Random random) {
        byte[] damaged = Malformed.damaged(made.bytes(), random);

        Malformed.decodesOrIsRefused(() -> made.codec().decode("r", damaged));
    }
}
