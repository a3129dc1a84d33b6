package org.shaddock.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaddock.api.AreaBehavior;
import org.shaddock.api.AreaContext;
import org.shaddock.api.NonBlocking;
import org.shaddock.api.Tick;
import org.shaddock.area.AreaTick;

class TickScannerTest {

    @Test
    void shouldCallTickWithStateAndTime() throws Exception {
        Arena arena = new Arena();
        List<Long> state = new ArrayList<>();

        AreaTick tick = new TickScanner(Arena.class, () -> arena).scan().get(0);
        tick.run(state, null, 1050);

        assertThat(state).containsExactly(1050L);
        assertThat(tick.period().millis()).isEqualTo(50);
        assertThat(tick.catchUp()).isEqualTo(3);
        assertThat(tick.name()).isEqualTo("tick Arena.step");
    }

    @Test
    void shouldKnowWhichTicksWaitForNothing() {
        assertThat(new TickScanner(Arena.class, Arena::new).scan().get(0).nonBlocking())
                .isFalse();
        assertThat(new TickScanner(Quick.class, Quick::new).scan().get(0).nonBlocking())
                .isTrue();
    }

    @Test
    void shouldFindNothingWhereNothingTicks() {
        assertThat(new TickScanner(Still.class, Still::new).scan()).isEmpty();
    }

    @Test
    void shouldRefuseMistakesWithOneSentenceEach() {
        assertRefused(OddPeriod.class, "OddPeriod.step: 'often' is no period");
        assertRefused(OddParameter.class, "may take the area's state, its AreaContext and a long");
        assertRefused(Hidden.class, "is not public: make it public.");
        assertRefused(Answering.class, "returns something that nobody gets: make it void.");
        assertRefused(Backwards.class, "negative catchUp");
    }

    private static void assertRefused(Class<? extends Still> type, String why) {
        assertThatThrownBy(() -> new TickScanner(type, Still::new).scan())
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining(why);
    }

    /** A behaviour without ticks. */
    public static class Still implements AreaBehavior<List<Long>> {
        @Override
        public List<Long> onOpen(AreaContext area) {
            return new ArrayList<>();
        }
    }

    /** One whose ticks wait for nothing, as its class says. */
    @NonBlocking
    public static class Quick extends Arena {}

    /** One that ticks. */
    public static class Arena extends Still {
        @Tick(every = "50ms", catchUp = 3)
        public void step(long nowMillis, List<Long> state) {
            state.add(nowMillis);
        }
    }

    /** Its period cannot be read. */
    public static class OddPeriod extends Still {
        @Tick(every = "often")
        public void step() {}
    }

    /** It wants something that ticks do not have. */
    public static class OddParameter extends Still {
        @Tick(every = "1s")
        public void step(String what) {}
    }

    /** It cannot be called. */
    public static class Hidden extends Still {
        @Tick(every = "1s")
        void step() {}
    }

    /** It answers, but nobody asked. */
    public static class Answering extends Still {
        @Tick(every = "1s")
        public String step() {
            return "";
        }
    }

    /** It wants fewer than none. */
    public static class Backwards extends Still {
        @Tick(every = "1s", catchUp = -1)
        public void step() {}
    }
}
