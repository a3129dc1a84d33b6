package org.shaddock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shaddock.api.MemberLeft;
import org.shaddock.api.MemberReady;
import org.shaddock.api.ServerLifecycle;
import org.shaddock.cluster.MemberId;
import org.shaddock.remote.FixedMembership;
import org.shaddock.testing.LogRecorder;

/** What the game hears of its own member's life and of the others'. */
class LifecycleTest {

    private static final MemberId M1 = new MemberId("m1", "life1");
    private static final MemberId M2 = new MemberId("m2", "life1");
    private static final MemberId M3 = new MemberId("m3", "life1");

    private final List<Object> heard = new ArrayList<>();
    private final FixedMembership membership = new FixedMembership(M1);
    private final Lifecycle lifecycle = lifecycle(2, new Diary());

    @Test
    void shouldTellThatAllHaveStartedOnce() {
        lifecycle.beforeStart();
        lifecycle.afterStart();
        membership.join(M2);
        membership.join(M3);
        lifecycle.beforeStop();

        assertThat(heard)
                .filteredOn(String.class::isInstance)
                .containsExactly("beforeStart", "afterStart", "afterStartAll", "beforeStop");
    }

    @Test
    void shouldTellThatThisMemberHasStartedBeforeItTellsThatAllHave() {
        lifecycle.beforeStart();
        membership.join(M2);
        lifecycle.afterStart();

        assertThat(heard)
                .filteredOn(String.class::isInstance)
                .containsExactly("beforeStart", "afterStart", "afterStartAll");
    }

    @Test
    void shouldNotTellThatAllHaveStartedWhileOneIsMissing() {
        lifecycle(3, new Diary()).afterStart();
        membership.join(M2);

        assertThat(heard).doesNotContain("afterStartAll");
    }

    @Test
    void shouldFireEventsWhenMembersComeAndGo() {
        membership.join(M2);
        membership.leave(M2);

        assertThat(heard).containsExactly(new MemberReady("m2", Set.of("score")), new MemberLeft("m2"));
    }

    @Test
    void shouldTellTheOtherHearersWhenOneFails() {
        ServerLifecycle failing = new ServerLifecycle() {
            @Override
            public void afterStart() {
                throw new IllegalStateException("the game's own trouble");
            }
        };
        try (LogRecorder log = LogRecorder.of(Lifecycle.class)) {
            lifecycle(2, failing, new Diary()).afterStart();

            assertThat(heard).containsExactly("afterStart");
            assertThat(log.lines()).containsExactly("SEVERE: A lifecycle callback failed.");
        }
    }

    private Lifecycle lifecycle(int expectedMembers, ServerLifecycle... hearers) {
        Lifecycle made = new Lifecycle(List.of(hearers), heard::add, Runnable::run, expectedMembers);
        membership.listen(made);
        return made;
    }

    private final class Diary implements ServerLifecycle {

        @Override
        public void beforeStart() {
            heard.add("beforeStart");
        }

        @Override
        public void afterStart() {
            heard.add("afterStart");
        }

        @Override
        public void afterStartAll() {
            heard.add("afterStartAll");
        }

        @Override
        public void beforeStop() {
            heard.add("beforeStop");
        }
    }
}
