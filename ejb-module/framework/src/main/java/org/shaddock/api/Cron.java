package org.shaddock.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A public method of a bean that runs when the clock says so: {@code @Cron("0 0 18 * * FRI")} runs each Friday at six.
 *
 * <p>Its only parameter, if it has one, is the {@link java.time.Instant} for which it runs. It returns nothing, or a {@link
 * java.util.concurrent.CompletionStage} at whose end the run ends. It may block, as it runs on a thread of its own. What it throws is
 * logged and counted; the next run comes all the same.
 *
 * <p>Runs never pile up: while one goes on the next ones are left out, with a warning. When the clock has passed several instants
 * at once, since the machine stood still, there is one run, for the latest. What was due while the server was down is not made up for.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Cron {

    /**
     * When: second, minute, hour, day of the month, month and weekday, and after them, if it is not to be that of {@code
     * shaddock.cron.zone}, a time zone.
     *
     * <p>A field is {@code *}, a value, a range {@code 9-17}, one of these with a step such as {@code *}{@code /5}, or several with
     * commas. Months count from 1 or are named {@code JAN} to {@code DEC}; weekdays count from 0, Sunday, to 7, Sunday again, or are
     * named {@code SUN} to {@code SAT}. A day must fit both of its fields: {@code 0 0 0 13 * FRI} is Friday the 13th.
     *
     * <p>When the clocks are put forward, what would have been in the hour they leap over runs at the leap; when they are put back,
     * what is in the hour they repeat runs the first time only. If the hour is {@code *}, it runs whenever the clock shows its time.
     */
    String value();

    /** What it is called among the crons; if empty, {@code className.methodName} with a small first letter. */
    String name() default "";

    /** The members that run this server type run it; if empty, those of the class's {@link ServerType}, or all if it has none. */
    String serverType() default "";

    /** Only this member runs it; if empty, any. */
    String member() default "";

    /** Whether each run takes place on one member of the cluster alone, whichever is there then; at most once. */
    boolean oncePerCluster() default false;
}
