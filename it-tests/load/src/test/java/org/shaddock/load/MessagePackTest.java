package org.shaddock.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessagePackTest {

    private final Stamp stamp = new Stamp();

    @Test
    void shouldReadWhatItHasWritten() {
        byte[] body = new MessagePack()
                .raw(0)
                .map(5)
                .text("id")
                .text("player00042")
                .text("t")
                .decimal(1_000_000_123_456L)
                .text("p")
                .text("a text that is longer than thirty-one characters")
                .text("x")
                .number(300)
                .text("d")
                .raw(7)
                .bytes();

        stamp.readMessagePack(body, 1);

        assertThat(stamp.sender()).isEqualTo(42);
        assertThat(stamp.micros()).isEqualTo(1_000_000_123_456L);
        assertThat(stamp.count()).isEqualTo(300);
    }

    @Test
    void shouldReadAMapWithALongHead() {
        byte[] body = new MessagePack()
                .raw(MessagePack.MAP_16)
                .raw(0)
                .raw(2)
                .text("x")
                .raw(0xCC)
                .raw(200)
                .text("t")
                .raw(0xCE)
                .raw(0)
                .raw(1)
                .raw(0)
                .raw(0)
                .bytes();

        stamp.readMessagePack(body, 0);

        assertThat(stamp.count()).isEqualTo(200);
        assertThat(stamp.micros()).isEqualTo(65_536);
        assertThat(stamp.sender()).isEqualTo(-1);
    }
}
