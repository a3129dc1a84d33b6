package org.shaddock.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RouteHistoryTest {

    private final RouteHistory history = new RouteHistory();

    @Test
    void shouldCountEachRoute() {
        history.count("chat.send");
        history.count("chat.enter");
        history.count("chat.send");

        assertThat(history.counts()).isEqualTo(Map.of("chat.send", 2L, "chat.enter", 1L));
    }

    @Test
    void shouldNotGrowWithoutBoundWhenAClientMakesRoutesUp() {
        IntStream.range(0, 1000).forEach(i -> history.count("made.up." + i));
        history.count("made.up.0");

        assertThat(history.counts())
                .hasSize(RouteHistory.MOST + 1)
                .containsEntry("made.up.0", 2L)
                .containsEntry(RouteHistory.OTHERS, 1000L - RouteHistory.MOST);
    }
}
