package org.shaddock.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How calls of a {@link Remote} interface find their member and what happens when they do not get through. On a method
 * it replaces the interface's policy as a whole.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface CallPolicy {

    /** How a member is chosen among those that serve the type. */
    Router router() default Router.HASH;

    /** A choice of the game's own, in place of {@link #router()}: a bean, or a class with a constructor without arguments. */
    Class<? extends CallRouter> custom() default CallRouter.class;

    /** What happens when a call does not get through. */
    FailureMode onFailure() default FailureMode.FAILFAST;

    /** The time an attempt may take, in milliseconds; 0 for the setting {@code shaddock.remote.timeout-millis}. */
    long timeoutMillis() default 0;
}
