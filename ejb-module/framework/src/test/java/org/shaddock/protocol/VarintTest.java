package org.shaddock.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class VarintTest {

    private static byte[] written(long value) {
        ByteWriter out = new ByteWriter(0);
        Varint.write(out, value);
        return out.toByteArray();
    }

    @Property
    void shouldReadWhatItWroteInTheBytesItForetold(@ForAll @LongRange(max = Varint.MAX) long value) {
        byte[] bytes = written(value);

        assertThat(bytes).hasSize(Varint.size(value));
        assertThat(Varint.read(new ByteReader(bytes))).isEqualTo(value);
    }

    @Example
    void shouldNeedOneMoreByteFromEachSeventhBitOn() {
        for (int bits = 7; bits <= 28; bits += 7) {
            assertThat(written((1L << bits) - 1)).hasSize(bits / 7);
            assertThat(Varint.size((1L << bits) - 1)).isEqualTo(bits / 7);
            assertThat(Varint.size(1L << bits)).isEqualTo(bits / 7 + 1);
        }
    }

    @Property
    void shouldFoldEverySignedNumberIntoThirtyTwoBits(@ForAll int signed) {
        long folded = Varint.zigzag(signed);

        assertThat(folded).isBetween(0L, Varint.MAX);
        assertThat(Varint.unzigzag(folded)).isEqualTo(signed);
    }
}
