package org.shaddock.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StampTest {

    private final Stamp stamp = new Stamp();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"player00042\",\"t\":1000000123456,\"x\":7,\"y\":99,\"d\":3}",
                "{\"d\":3,\"id\":\"player00042\",\"t\":1000000123456,\"x\":7,\"y\":99}",
                "{\"d\":3,\"y\":99,\"x\":7,\"t\":1000000123456,\"id\":\"player00042\"}"
            })
    void shouldFindTheFieldsInWhateverOrderTheyCome(String body) {
        read("noise" + body + "noise", 5, body.length() + 5);

        assertThat(stamp.micros()).isEqualTo(1_000_000_123_456L);
        assertThat(stamp.sender()).isEqualTo(42);
        assertThat(stamp.count()).isEqualTo(7);
    }

    @Test
    void shouldKnowNoSenderWhereTheBodyNamesNone() {
        String body = "{\"code\":200,\"t\":1000000000001,\"p\":\"abc012\"}";

        read(body, 0, body.length());

        assertThat(stamp.micros()).isEqualTo(1_000_000_000_001L);
        assertThat(stamp.sender()).isEqualTo(-1);
    }

    private void read(String text, int from, int to) {
        stamp.read(text.getBytes(StandardCharsets.US_ASCII), from, to);
    }
}
