package org.shaddock.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a {@link Handler} or a {@link Tick} method, or of all those of a class, that it waits for nothing: no database, no lock,
 * no file, and for another member only by a stage. A handler may then run on the thread that has read the message, and a tick on the
 * one that beats for all areas, while others wait for a thread of the pool; to wake one is most of what a small message costs. That
 * thread serves other clients and areas, too: a handler that keeps it for 50 ms is counted and logged, a tick as any slow turn is.
 *
 * <p>Filters and the {@link ErrorHandler} run on the same thread, so a handler runs there only if the class of each of
 * them says it, too. A turn of an area that is busy, or not open yet, or on another member, takes a thread of its own.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface NonBlocking {}
