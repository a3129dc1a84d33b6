package org.shaddock.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.shaddock.api.AreaContext;
import org.shaddock.api.AreaId;
import org.shaddock.api.AreaTimer;

class AreaTimerTest {

    private static final AreaId LOBBY = new AreaId("room", "lobby");

    private final AreaFixture areas = new AreaFixture(new RecordingBehavior());
    private final List<Long> firedAt = new ArrayList<>();

    @Test
    void shouldRunOnceAfterDelay() {
        inArea(area -> area.after(100, () -> firedAt.add(area.nowMillis())));

        areas.advance(99);
        assertThat(firedAt).isEmpty();
        areas.advance(500);

        assertThat(firedAt).containsExactly(1_000_100L);
    }

    @Test
    void shouldRunEveryPeriod() {
        inArea(area -> area.every(100, () -> firedAt.add(area.nowMillis())));

        areas.advance(300);

        assertThat(firedAt).containsExactly(1_000_100L, 1_000_200L, 1_000_300L);
    }

    @Test
    void shouldNotRunWhenCancelled() {
        List<AreaTimer> timers = new ArrayList<>();
        inArea(area -> timers.add(area.every(100, () -> firedAt.add(area.nowMillis()))));
        areas.advance(100);

        timers.get(0).cancel();
        areas.advance(500);

        assertThat(firedAt).hasSize(1);
        assertThat(areas.pendingTimers()).isZero();
    }

    @Test
    void shouldGoOnWhenTimerFails() {
        inArea(area -> area.every(100, () -> {
            firedAt.add(area.nowMillis());
            throw new IllegalStateException("odd");
        }));

        areas.advance(200);

        assertThat(firedAt).hasSize(2);
        assertThat(areas.counters.value("area.turn.failed")).isEqualTo(2);
    }

    @Test
    void shouldEndWithTheArea() {
        inArea(area -> {
            area.every(100, () -> firedAt.add(area.nowMillis()));
            area.close();
        });

        areas.advance(500);

        assertThat(firedAt).isEmpty();
        assertThat(areas.pendingTimers()).isZero();
    }

    @Test
    void shouldRefusePeriodBelowOneMillisecond() {
        inArea(area -> assertThatThrownBy(() -> area.every(0, () -> {})).hasMessageContaining("at least 1 ms, not 0"));
    }

    private void inArea(Consumer<AreaContext> code) {
        areas.call(LOBBY, (state, area) -> {
                    code.accept(area);
                    return null;
                })
                .join();
    }
}
