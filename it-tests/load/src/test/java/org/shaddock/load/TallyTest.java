package org.shaddock.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TallyTest {

    private final Tally tally = new Tally(2, 2);

    @BeforeEach
    void open() {
        tally.window(100, 200);
    }

    @Test
    void shouldCountWhatWasDueInTheWindowOnly() {
        seen(0, 99);
        seen(1, 100);
        seen(2, 199);
        seen(3, 200);

        assertThat(tally.arrived()).isEqualTo(4);
        assertThat(tally.counted()).isEqualTo(2);
        assertThat(tally.repeated()).isZero();
    }

    @Test
    void shouldNoticeWhatComesTwiceAndWhatComesOutOfOrder() {
        seen(0, 100);
        seen(0, 100);
        seen(2, 120);
        seen(1, 110);

        assertThat(tally.repeated()).isEqualTo(2);
    }

    @Test
    void shouldCountLatencyFromWhenTheActWasDue() {
        seen(0, 150);

        assertThat(tally.latency().getMaxValue()).isEqualTo(1000 - 150);
    }

    private void seen(int count, long dueMicros) {
        byte[] body = ("{\"t\":" + dueMicros + ",\"x\":" + count + "}").getBytes(StandardCharsets.US_ASCII);
        Stamp stamp = new Stamp();
        stamp.read(body, 0, body.length);
        tally.seen(0, 1, stamp, 1000);
    }
}
