package org.shaddock.api.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shaddock.api.behavior.Behavior.action;
import static org.shaddock.api.behavior.Behavior.condition;
import static org.shaddock.api.behavior.Behavior.decorate;
import static org.shaddock.api.behavior.Behavior.guard;
import static org.shaddock.api.behavior.Behavior.invert;
import static org.shaddock.api.behavior.Behavior.loop;
import static org.shaddock.api.behavior.Behavior.parallel;
import static org.shaddock.api.behavior.Behavior.pause;
import static org.shaddock.api.behavior.Behavior.priority;
import static org.shaddock.api.behavior.Behavior.repeat;
import static org.shaddock.api.behavior.Behavior.selector;
import static org.shaddock.api.behavior.Behavior.sequence;
import static org.shaddock.api.behavior.Status.FAILURE;
import static org.shaddock.api.behavior.Status.RUNNING;
import static org.shaddock.api.behavior.Status.SUCCESS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BehaviorTest {

    private final Wolf wolf = new Wolf();

    /** Writes its name down and ends as the wolf is told to; with success if it was told nothing. */
    private static Behavior<Wolf> does(String name) {
        return action((wolf, nowMillis) -> {
            wolf.done.add(name);
            return wolf.results.getOrDefault(name, SUCCESS);
        });
    }

    private BehaviorRun<Wolf> start(Behavior<Wolf> root) {
        return BehaviorTree.of(root).start(wolf);
    }

    @Test
    void shouldGiveActionItsContextAndTime() {
        BehaviorRun<Wolf> run = start(action((context, nowMillis) -> {
            context.done.add("at " + nowMillis);
            return SUCCESS;
        }));

        assertThat(run.step(42)).isEqualTo(SUCCESS);
        assertThat(wolf.done).containsExactly("at 42");
    }

    @Test
    void shouldSucceedWhenConditionHoldsAndFailWhenNot() {
        BehaviorRun<Wolf> run = start(condition(context -> context.hungry));

        assertThat(run.step(0)).isEqualTo(FAILURE);
        wolf.hungry = true;
        assertThat(run.step(0)).isEqualTo(SUCCESS);
    }

    @Test
    void shouldRunSequenceToItsEndInOneStep() {
        assertThat(start(sequence(does("a"), does("b"))).step(0)).isEqualTo(SUCCESS);
        assertThat(wolf.done).containsExactly("a", "b");
    }

    @Test
    void shouldEndSequenceAtFirstFailure() {
        wolf.results.put("a", FAILURE);

        assertThat(start(sequence(does("a"), does("b"))).step(0)).isEqualTo(FAILURE);
        assertThat(wolf.done).containsExactly("a");
    }

    @Test
    void shouldGoOnWithRunningChildOfSequence() {
        BehaviorRun<Wolf> run = start(sequence(does("a"), does("b"), does("c")));
        wolf.results.put("b", RUNNING);
        assertThat(run.step(0)).isEqualTo(RUNNING);
        wolf.results.put("b", SUCCESS);

        assertThat(run.step(1)).isEqualTo(SUCCESS);
        assertThat(wolf.done).containsExactly("a", "b", "b", "c");
    }

    @Test
    void shouldBeginAnewWhenSequenceHasEnded() {
        BehaviorRun<Wolf> run = start(sequence(does("a"), does("b")));
        wolf.results.put("b", RUNNING);
        run.step(0);
        wolf.results.put("b", FAILURE);
        run.step(1);

        run.step(2);
        assertThat(wolf.done).containsExactly("a", "b", "b", "a", "b");
    }

    @Test
    void shouldEndSelectorAtFirstSuccess() {
        wolf.results.put("a", FAILURE);

        assertThat(start(selector(does("a"), does("b"), does("c"))).step(0)).isEqualTo(SUCCESS);
        assertThat(wolf.done).containsExactly("a", "b");
    }

    @Test
    void shouldFailSelectorWhenAllFail() {
        wolf.results.put("a", FAILURE);
        wolf.results.put("b", FAILURE);

        assertThat(start(selector(does("a"), does("b"))).step(0)).isEqualTo(FAILURE);
    }

    @Test
    void shouldGoOnWithRunningChildOfSelectorWithoutAskingEarlierOnes() {
        BehaviorRun<Wolf> run = start(selector(does("a"), does("b")));
        wolf.results.put("a", FAILURE);
        wolf.results.put("b", RUNNING);
        run.step(0);

        assertThat(run.step(1)).isEqualTo(RUNNING);
        assertThat(wolf.done).containsExactly("a", "b", "b");
    }

    @Test
    void shouldBreakOffLaterChildWhenEarlierOneOfPriorityNoLongerFails() {
        BehaviorRun<Wolf> run =
                start(priority(sequence(condition(w -> w.hungry), does("hunt")), sequence(does("go"), does("rest"))));
        wolf.results.put("rest", RUNNING);
        run.step(0);
        wolf.hungry = true;
        run.step(1);
        wolf.hungry = false;
        run.step(2);

        assertThat(wolf.done).containsExactly("go", "rest", "hunt", "go", "rest");
    }

    @Test
    void shouldGoOnWithRunningChildOfPriorityWhileEarlierOnesFail() {
        BehaviorRun<Wolf> run = start(priority(condition(w -> w.hungry), sequence(does("go"), does("rest"))));
        wolf.results.put("rest", RUNNING);
        run.step(0);

        assertThat(run.step(1)).isEqualTo(RUNNING);
        assertThat(wolf.done).containsExactly("go", "rest", "rest");
    }

    @Test
    void shouldBeginAnewWithChildOfPriorityThatFailedMeanwhile() {
        BehaviorRun<Wolf> run =
                start(priority(guard(w -> w.hungry, sequence(does("hunt"), does("eat"))), does("rest")));
        wolf.hungry = true;
        wolf.results.put("eat", RUNNING);
        wolf.results.put("rest", RUNNING);
        run.step(0);
        wolf.hungry = false;
        run.step(1);
        wolf.hungry = true;
        run.step(2);

        assertThat(wolf.done).containsExactly("hunt", "eat", "rest", "hunt", "eat");
    }

    @Test
    void shouldFailPriorityWhenAllFail() {
        assertThat(start(priority(condition(w -> w.hungry))).step(0)).isEqualTo(FAILURE);
    }

    @Test
    void shouldStepChildrenOfParallelUntilEachIsDone() {
        BehaviorRun<Wolf> run = start(parallel(FailOn.ONE, does("a"), does("b")));
        wolf.results.put("b", RUNNING);
        assertThat(run.step(0)).isEqualTo(RUNNING);
        wolf.results.put("b", SUCCESS);

        assertThat(run.step(1)).isEqualTo(SUCCESS);
        assertThat(wolf.done).containsExactly("a", "b", "b");
    }

    @Test
    void shouldFailParallelAtOnceWhenOneFails() {
        BehaviorRun<Wolf> run = start(parallel(FailOn.ONE, sequence(does("a"), does("b")), does("c")));
        wolf.results.put("b", RUNNING);
        wolf.results.put("c", FAILURE);

        assertThat(run.step(0)).isEqualTo(FAILURE);
        run.step(1);
        assertThat(wolf.done).containsExactly("a", "b", "c", "a", "b", "c");
    }

    @Test
    void shouldSucceedParallelThatFailsOnAllWhenOneSucceeds() {
        BehaviorRun<Wolf> run = start(parallel(FailOn.ALL, does("a"), does("b")));
        wolf.results.put("a", FAILURE);
        wolf.results.put("b", RUNNING);
        assertThat(run.step(0)).isEqualTo(RUNNING);
        wolf.results.put("b", SUCCESS);

        assertThat(run.step(1)).isEqualTo(SUCCESS);
        assertThat(wolf.done).containsExactly("a", "b", "b");
    }

    @Test
    void shouldFailParallelThatFailsOnAllWhenAllFail() {
        wolf.results.put("a", FAILURE);
        wolf.results.put("b", FAILURE);

        assertThat(start(parallel(FailOn.ALL, does("a"), does("b"))).step(0)).isEqualTo(FAILURE);
    }

    @Test
    void shouldLoopOncePerStepWhileConditionHolds() {
        BehaviorRun<Wolf> run = start(loop(context -> context.hungry, does("eat")));
        wolf.hungry = true;
        assertThat(run.step(0)).isEqualTo(RUNNING);
        wolf.hungry = false;

        assertThat(run.step(1)).isEqualTo(SUCCESS);
        assertThat(wolf.done).containsExactly("eat", "eat");
    }

    @Test
    void shouldEndLoopWhenChildFails() {
        wolf.hungry = true;
        wolf.results.put("eat", FAILURE);

        assertThat(start(loop(context -> context.hungry, does("eat"))).step(0)).isEqualTo(FAILURE);
    }

    @Test
    void shouldBeginLoopedChildAnewEachTime() {
        BehaviorRun<Wolf> run = start(repeat(2, sequence(does("a"), pause(10))));
        for (int now = 0; now <= 20; now += 5) {
            run.step(now);
        }

        assertThat(wolf.done).containsExactly("a", "a");
    }

    @Test
    void shouldRepeatThisOften() {
        BehaviorRun<Wolf> run = start(repeat(3, does("howl")));

        assertThat(List.of(run.step(0), run.step(1), run.step(2))).containsExactly(RUNNING, RUNNING, SUCCESS);
        assertThat(run.step(3)).isEqualTo(RUNNING);
    }

    @Test
    void shouldInvertEndButNotRunning() {
        BehaviorRun<Wolf> run = start(invert(does("a")));

        assertThat(run.step(0)).isEqualTo(FAILURE);
        wolf.results.put("a", FAILURE);
        assertThat(run.step(1)).isEqualTo(SUCCESS);
        wolf.results.put("a", RUNNING);
        assertThat(run.step(2)).isEqualTo(RUNNING);
    }

    @Test
    void shouldSeeEndAsDecoratorDoes() {
        wolf.results.put("a", FAILURE);

        assertThat(start(decorate(does("a"), status -> SUCCESS)).step(0)).isEqualTo(SUCCESS);
    }

    @Test
    void shouldBreakOffGuardedChildWhenConditionHoldsNoMore() {
        BehaviorRun<Wolf> run = start(guard(context -> context.hungry, sequence(does("find"), does("eat"))));
        wolf.hungry = true;
        wolf.results.put("eat", RUNNING);
        run.step(0);
        wolf.hungry = false;
        assertThat(run.step(1)).isEqualTo(FAILURE);
        wolf.hungry = true;
        run.step(2);

        assertThat(wolf.done).containsExactly("find", "eat", "find", "eat");
    }

    @Test
    void shouldPauseFromFirstStepOn() {
        BehaviorRun<Wolf> run = start(pause(100));

        assertThat(run.step(-50)).isEqualTo(RUNNING);
        assertThat(run.step(49)).isEqualTo(RUNNING);
        assertThat(run.step(50)).isEqualTo(SUCCESS);
        assertThat(run.step(60)).isEqualTo(RUNNING);
    }

    @Test
    void shouldKeepStateApartWhenEntitiesShareTree() {
        BehaviorTree<Wolf> tree = BehaviorTree.of(sequence(does("a"), pause(100), does("b")));
        Wolf other = new Wolf();
        BehaviorRun<Wolf> first = tree.start(wolf);
        BehaviorRun<Wolf> second = tree.start(other);
        first.step(0);
        second.step(60);

        assertThat(first.step(100)).isEqualTo(SUCCESS);
        assertThat(second.step(100)).isEqualTo(RUNNING);
        assertThat(other.done).containsExactly("a");
    }

    @Test
    void shouldKeepStateApartWhenBehaviorStandsTwiceInTree() {
        Behavior<Wolf> rest = pause(10);
        BehaviorRun<Wolf> run = start(sequence(rest, does("a"), rest, does("b")));
        run.step(0);

        assertThat(run.step(10)).isEqualTo(RUNNING);
        assertThat(run.step(20)).isEqualTo(SUCCESS);
    }

    @Test
    void shouldBeginAtRootAfterReset() {
        BehaviorRun<Wolf> run = start(sequence(does("a"), pause(100)));
        run.step(0);
        run.reset();
        run.step(1);

        assertThat(wolf.done).containsExactly("a", "a");
    }

    @Test
    void shouldBeginAtRootAfterActionThrew() {
        BehaviorRun<Wolf> run = start(sequence(does("a"), pause(10), action((w, now) -> {
            throw new IllegalStateException("fell into a pit");
        })));
        run.step(0);

        assertThatThrownBy(() -> run.step(10)).hasMessage("fell into a pit");
        assertThat(run.step(11)).isEqualTo(RUNNING);
        assertThat(wolf.done).containsExactly("a", "a");
    }

    @Test
    void shouldSucceedEmptySequenceAndFailEmptySelector() {
        assertThat(start(sequence()).step(0)).isEqualTo(SUCCESS);
        assertThat(start(selector()).step(0)).isEqualTo(FAILURE);
    }

    @Test
    void shouldRefuseNumbersThatMakeNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> pause(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> repeat(0, does("a")));
    }

    /** A blackboard. */
    private static final class Wolf {
        private final List<String> done = new ArrayList<>();
        private final Map<String, Status> results = new HashMap<>();
        private boolean hungry;
    }
}
