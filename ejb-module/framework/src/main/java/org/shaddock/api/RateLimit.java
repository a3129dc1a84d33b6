package org.shaddock.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How often one session may call a {@link Handler}. A call beyond it is answered {@link ErrorCode#RATE_LIMITED} and the
 * handler is not entered. A full allowance may be used at once; it comes back evenly over the period.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RateLimit {

    /** Calls a session may make in one period; at least 1. */
    int permits();

    /** The period, in milliseconds; at least 1. */
    long perMillis() default 1000;
}
