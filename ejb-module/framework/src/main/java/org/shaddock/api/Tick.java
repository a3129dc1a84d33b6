package org.shaddock.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A public method of an {@link AreaBehavior} that runs at a fixed rate in each open area, as a turn.
 *
 * <p>Its parameters, in any order and each at most once: the area's state, its {@link AreaContext}, and a {@code long}, the
 * tick's time in milliseconds since 1970. That time advances by exactly one period from tick to tick, however late a tick
 * runs, so a simulation that steps by it is the same on a busy machine. It returns nothing.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Tick {

    /** The period: a number and a unit, {@code 50ms}, {@code 1s} or {@code 2m}. */
    String every();

    /**
     * How many missed ticks are made up for, one right after the other, when the area could not keep up; those beyond it are
     * skipped and the time jumps. 0 skips them all.
     */
    int catchUp() default 0;
}
