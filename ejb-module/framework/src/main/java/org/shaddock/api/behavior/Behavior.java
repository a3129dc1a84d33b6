package org.shaddock.api.behavior;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A piece of behaviour, and the pieces to put together to one. It is a definition: it may stand in several places of a
 * tree and in several trees.
 *
 * @param <C> the blackboard: what conditions and actions read and write
 */
@SuppressWarnings("varargs") // They are copied at once.
public final class Behavior<C> {

    private final Function<Slots, Node<C>> placing;

    private Behavior(Function<Slots, Node<C>> placing) {
        this.placing = placing;
    }

    Node<C> place(Slots slots) {
        return placing.apply(slots);
    }

    /** Does something, in one step or over many. */
    public static <C> Behavior<C> action(Action<C> action) {
        return new Behavior<>(slots -> new Leaf<>(slots, action));
    }

    /** Succeeds if it holds, fails if it does not. */
    public static <C> Behavior<C> condition(Predicate<C> holds) {
        return action((context, nowMillis) -> holds.test(context) ? Status.SUCCESS : Status.FAILURE);
    }

    /** Lets time pass, and succeeds on the first step that is this much later than the first one. */
    public static <C> Behavior<C> pause(long millis) {
        if (millis < 0) {
            throw new IllegalArgumentException("cannot pause for " + millis + " ms");
        }
        return new Behavior<>(slots -> new Pause<>(slots, millis));
    }

    /** One after the other until one fails, then it has failed; goes on with the one that is running. */
    @SafeVarargs
    public static <C> Behavior<C> sequence(Behavior<C>... children) {
        List<Behavior<C>> all = List.of(children);
        return new Behavior<>(slots -> new Chain<>(slots, Status.SUCCESS, all));
    }

    /** One after the other until one succeeds, then it has succeeded; goes on with the one that is running. */
    @SafeVarargs
    public static <C> Behavior<C> selector(Behavior<C>... children) {
        List<Behavior<C>> all = List.of(children);
        return new Behavior<>(slots -> new Chain<>(slots, Status.FAILURE, all));
    }

    /**
     * As {@link #selector}, but asks all from the first one on in every step: one that no longer fails breaks off a
     * later one that is running, as when a wolf on patrol sees its prey.
     */
    @SafeVarargs
    public static <C> Behavior<C> priority(Behavior<C>... children) {
        List<Behavior<C>> all = List.of(children);
        return new Behavior<>(slots -> new Priority<>(slots, all));
    }

    /** All in every step, each until it is done. */
    @SafeVarargs
    public static <C> Behavior<C> parallel(FailOn failOn, Behavior<C>... children) {
        List<Behavior<C>> all = List.of(children);
        return new Behavior<>(slots -> new Parallel<>(slots, failOn, all));
    }

    /** Again, at most once per step, as long as it succeeds and {@code again} holds; fails when it fails. */
    public static <C> Behavior<C> loop(Predicate<C> again, Behavior<C> child) {
        return new Behavior<>(slots -> new Loop<>(slots, Long.MAX_VALUE, again, child));
    }

    /** This often, at most once per step; fails when it fails. */
    public static <C> Behavior<C> repeat(int times, Behavior<C> child) {
        if (times < 1) {
            throw new IllegalArgumentException("cannot repeat a behaviour " + times + " times");
        }
        return new Behavior<>(slots -> new Loop<>(slots, times, context -> true, child));
    }

    /** The child as long as {@code holds}, asked in every step; breaks it off and fails when it holds no more. */
    public static <C> Behavior<C> guard(Predicate<C> holds, Behavior<C> child) {
        return new Behavior<>(slots -> new Decorator<>(slots, holds, UnaryOperator.identity(), child));
    }

    /** Fails when the child succeeds and the other way round. */
    public static <C> Behavior<C> invert(Behavior<C> child) {
        return decorate(child, status -> status == Status.SUCCESS ? Status.FAILURE : Status.SUCCESS);
    }

    /** The child, its end seen another way; {@code result} is not asked while it is running. */
    public static <C> Behavior<C> decorate(Behavior<C> child, UnaryOperator<Status> result) {
        return new Behavior<>(slots -> new Decorator<>(slots, context -> true, result, child));
    }
}
