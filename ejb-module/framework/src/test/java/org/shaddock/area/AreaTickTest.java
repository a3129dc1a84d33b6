package org.shaddock.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.shaddock.api.AreaContext;
import org.shaddock.api.AreaId;
import org.shaddock.tick.TickPeriod;
import org.shaddock.trace.Work;

class AreaTickTest {

    private static final AreaId LOBBY = new AreaId("room", "lobby");

    private final List<Long> times = new ArrayList<>();
    private final AreaFixture areas = fixture(0);

    @Test
    void shouldNotTickBeforeAreaIsOpen() {
        pass(200);

        assertThat(times).isEmpty();
    }

    @Test
    void shouldTickAtFixedTimesWhileAreaIsOpen() {
        open();

        pass(150);

        assertThat(times).containsExactly(1_000_050L, 1_000_100L, 1_000_150L);
    }

    @Test
    void shouldKnowTheAreaDuringATickAndNotAfterwards() {
        open();

        pass(50);

        assertThat(areas.counters.value("area.turn.failed")).isZero();
        assertThat(Work.current()).isEqualTo(Work.NONE);
    }

    @Test
    void shouldSkipWhatWasMissedWhileTurnsWaited() {
        open();
        areas.queueTurns();
        pass(230);

        areas.runQueued();

        assertThat(times).containsExactly(1_000_200L);
        assertThat(only().ticks().skipped()).isEqualTo(3);
        assertThat(only().ticks().maxLateMillis()).isEqualTo(180);
        AreaFigures.OfType figures = areas.figures.of("room");
        assertThat(figures.skipped().sum()).isEqualTo(3);
        assertThat(figures.ticks().count()).isEqualTo(1);
        assertThat(figures.lateness().sumNanos()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(180));
    }

    @Test
    void shouldMakeUpForMissedTicksWhenAllowed() {
        AreaFixture eager = fixture(2);
        eager.call(LOBBY, (state, area) -> null).join();
        eager.queueTurns();
        eager.advance(230);
        eager.beat();

        eager.runQueued();

        assertThat(times).containsExactly(1_000_100L, 1_000_150L, 1_000_200L);
    }

    @Test
    void shouldEndTicksWithTheArea() {
        open();
        areas.call(LOBBY, (state, area) -> {
                    area.close();
                    return null;
                })
                .join();

        pass(200);

        assertThat(times).isEmpty();
        assertThat(areas.wheel.size()).isZero();
    }

    @Test
    void shouldCloseIdleAreaAlthoughItTicks() {
        open();
        pass(60_050);

        areas.host.sweep();

        assertThat(areas.host.areas()).isEmpty();
    }

    private void open() {
        areas.call(LOBBY, (state, area) -> null).join();
    }

    private LocalArea only() {
        return areas.host.areas().iterator().next();
    }

    private void pass(long millis) {
        for (long passed = 0; passed < millis; passed += 10) {
            areas.advance(10);
            areas.beat();
        }
    }

    @Test
    void shouldTickOnTheBeatingThreadWhenItWaitsForNothing() {
        AreaFixture quick = fixture(0, true);
        quick.call(LOBBY, (state, area) -> null).join();
        quick.queueTurns();
        quick.advance(50);

        quick.beat();

        assertThat(times).containsExactly(1_000_050L);
    }

    @Test
    void shouldWaitBehindOtherTurnsAlthoughItWaitsForNothing() {
        AreaFixture quick = fixture(0, true);
        quick.call(LOBBY, (state, area) -> null).join();
        quick.queueTurns();
        CompletableFuture<?> other = quick.call(LOBBY, (state, area) -> null);
        quick.advance(50);

        quick.beat();

        assertThat(times).isEmpty();
        quick.runQueued();
        assertThat(other).isCompleted();
        assertThat(times).containsExactly(1_000_050L);
    }

    private AreaFixture fixture(int catchUp) {
        return fixture(catchUp, false);
    }

    private AreaFixture fixture(int catchUp, boolean nonBlocking) {
        return new AreaFixture(
                new RecordingBehavior(),
                new AreaSettings(100, 60_000, 50, 0, 1000),
                new RecordingTick(times, catchUp, nonBlocking));
    }

    private record RecordingTick(List<Long> times, int catchUp, boolean nonBlocking) implements AreaTick {
        @Override
        public String name() {
            return "tick";
        }

        @Override
        public TickPeriod period() {
            return new TickPeriod(50);
        }

        @Override
        public void run(Object state, AreaContext area, long timeMillis) {
            times.add(timeMillis);
            assertThat(Work.current().area()).isEqualTo(LOBBY);
        }
    }
}
