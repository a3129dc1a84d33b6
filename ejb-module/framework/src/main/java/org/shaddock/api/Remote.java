package org.shaddock.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface whose methods other members call (Pomelo's remotes): no IDL, no generated source, no registration.
 *
 * <p>Any bean that implements the interface serves it, on the members that run its server type. Whoever wants to call it
 * injects the interface and calls it; the injected object is a proxy that sends the call to a member and brings the
 * result back. A call within the member goes the same way without the network: arguments are copied, errors are the
 * same.
 *
 * <p>What a method returns says how it is called:
 *
 * <ul>
 *   <li>a {@link java.util.concurrent.CompletionStage}: the call goes on by itself and completes the stage. The way to
 *       call from a handler or an area's turn. Cancelling the future calls the work off. A stage that an area's turn has
 *       asked for completes in a turn of that area, so what depends on it may use the area's state.
 *   <li>{@code void}: sent and forgotten; a failure is logged.
 *   <li>a value: the calling thread waits for it. Not allowed in an area's turn, which it would block.
 * </ul>
 *
 * <p>Arguments and results are records, strings, numbers, booleans, enums, {@code byte[]}, the JDK's value types and
 * lists, sets and maps of them; {@code null} is fine. A {@link HandlerException} thrown by the implementation reaches
 * the caller with its code and message; any other exception as {@link ErrorCode#FAILED} without details. Every call
 * ends: with a value, an error, or {@link ErrorCode#TIMED_OUT}. Method names are unique within the interface.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Remote {

    /** The server type whose members serve the interface, such as {@code score}. */
    String value();
}
