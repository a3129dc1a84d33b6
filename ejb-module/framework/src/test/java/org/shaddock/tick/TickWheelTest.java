package org.shaddock.tick;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TickWheelTest {

    private final TickWheel wheel = new TickWheel();
    private final List<Long> told = new ArrayList<>();

    @Test
    void shouldTellWhatIsDueAndNothingElse() {
        wheel.add(new Due(100));
        wheel.add(new Due(101));

        long unused = wheel.beat(100);

        assertThat(told).containsExactly(100L);
    }

    @Test
    void shouldTellNothingOfWhatWasRemoved() {
        Due gone = new Due(100);
        wheel.add(gone);
        wheel.remove(gone);

        long unused = wheel.beat(100);

        assertThat(told).isEmpty();
        assertThat(wheel.size()).isZero();
    }

    @Test
    void shouldSayWhenSomethingIsDueNext() {
        wheel.add(new Due(120));
        wheel.add(new Due(150));

        assertThat(wheel.beat(100)).isEqualTo(20);
    }

    @Test
    void shouldBeatAgainSoonWhenWhatIsDueHasNotHadItsTurn() {
        wheel.add(new Due(100));

        assertThat(wheel.beat(103)).isEqualTo(1);
    }

    @Test
    void shouldAwakenTheHeartWhenSomethingTicks() {
        List<Integer> sizes = new ArrayList<>();
        wheel.beatenBy(() -> sizes.add(wheel.size()));

        wheel.add(new Due(100));

        assertThat(sizes).as("it is there when the heart looks").containsExactly(1);
    }

    private final class Due implements TickWheel.Ticking {

        private final long atMillis;

        Due(long atMillis) {
            this.atMillis = atMillis;
        }

        @Override
        public long dueMillis() {
            return atMillis;
        }

        @Override
        public void due() {
            told.add(atMillis);
        }
    }
}
