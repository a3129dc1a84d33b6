package org.shaddock.tick;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BeatCheckTest {

    @Test
    void shouldTellAverageOnceWhenEnoughBeatsHaveCome() {
        BeatCheck check = new BeatCheck();
        List<Long> told = new ArrayList<>();

        for (int i = 0; i < 100; i++) {
            OptionalLong average = check.beat(5000 + 1000L * i);
            average.ifPresent(told::add);
        }

        assertThat(told).containsExactly(1000L);
    }
}
