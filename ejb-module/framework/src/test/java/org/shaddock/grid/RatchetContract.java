package org.shaddock.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shaddock.cluster.Ratchet;

/** What holds for every {@link Ratchet}, whatever the grid is made of. */
public abstract class RatchetContract {

    private static final Duration TIME = Duration.ofSeconds(20);

    private Members members;
    private Grid a;
    private Grid b;

    protected abstract Members members();

    @BeforeEach
    void join() {
        members = members();
        a = members.join("a");
        b = members.join("b");
    }

    @AfterEach
    void leave() {
        members.close();
    }

    @Test
    void shouldRaiseANumberThatIsNotThere() {
        assertThat(a.ratchet().raise("fresh", 5)).succeedsWithin(TIME).isEqualTo(true);
    }

    @Test
    void shouldRaiseForAllMembers() {
        a.ratchet().raise("shared", 5).join();

        assertThat(b.ratchet().raise("shared", 5)).succeedsWithin(TIME).isEqualTo(false);
        assertThat(b.ratchet().raise("shared", 4)).succeedsWithin(TIME).isEqualTo(false);
        assertThat(b.ratchet().raise("shared", 6)).succeedsWithin(TIME).isEqualTo(true);
        assertThat(a.ratchet().raise("shared", 6)).succeedsWithin(TIME).isEqualTo(false);
    }

    @Test
    void shouldKeepNumbersApart() {
        a.ratchet().raise("one", 5).join();

        assertThat(a.ratchet().raise("other", 1)).succeedsWithin(TIME).isEqualTo(true);
    }

    @Test
    void shouldBeRaisedByOneOfThoseWhoTryTheSame() {
        for (long value = 0; value < 200; value++) {
            CompletableFuture<Boolean> one = a.ratchet().raise("contended", value);
            CompletableFuture<Boolean> other = b.ratchet().raise("contended", value);

            assertThat(one.join()).isNotEqualTo(other.join());
        }
    }

    @Test
    void shouldFailOnceItsMemberHasLeft() {
        b.close();

        assertThat(b.ratchet().raise("late", 1)).failsWithin(TIME);
        assertThat(a.ratchet().raise("late", 1)).succeedsWithin(TIME).isEqualTo(true);
    }

    @Test
    void shouldRememberWhatAMemberRaisedThatIsKilled() {
        b.ratchet().raise("kept", 7).join();
        members.kill(b);

        assertThat(a.ratchet().raise("kept", 7)).succeedsWithin(TIME).isEqualTo(false);
    }
}
