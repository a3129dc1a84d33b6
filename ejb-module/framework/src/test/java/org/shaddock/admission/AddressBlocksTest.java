package org.shaddock.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AddressBlocksTest {

    private final AddressBlocks blocks = new AddressBlocks(List.of(Cidr.parse("203.0.113.0/24")));

    @Test
    void shouldBlockWhatIsInARange() {
        assertThat(blocks.isBlocked("203.0.113.7")).isTrue();
        assertThat(blocks.isBlocked("198.51.100.7")).isFalse();
    }

    @Test
    void shouldFollowTheOperator() {
        assertThat(blocks.block(Cidr.parse("198.51.100.7"))).isTrue();
        assertThat(blocks.block(Cidr.parse("198.51.100.7/32"))).isFalse();
        assertThat(blocks.isBlocked("198.51.100.7")).isTrue();

        assertThat(blocks.unblock(Cidr.parse("198.51.100.7"))).isTrue();
        assertThat(blocks.unblock(Cidr.parse("198.51.100.7"))).isFalse();
        assertThat(blocks.isBlocked("198.51.100.7")).isFalse();
    }

    @Test
    void shouldListRangesInTheOrderTheyWereAdded() {
        blocks.block(Cidr.parse("10.0.0.0/8"));

        assertThat(blocks.list()).hasToString("[203.0.113.0/24, 10.0.0.0/8]");
    }

    @Test
    void shouldNotBlockWhatIsNoAddress() {
        assertThat(blocks.isBlocked("")).isFalse();
        assertThat(blocks.isBlocked("unknown")).isFalse();
    }
}
