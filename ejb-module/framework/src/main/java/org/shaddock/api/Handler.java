package org.shaddock.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A public method that answers a client.
 *
 * <p>Its route is {@code serverType.className.methodName} with the class name's first letter in lower case. Its
 * parameters, in any order and each at most once: the body as a record (or any type JSON-B can bind; validated), the
 * {@link Session}, or {@code byte[]} for the body as it came; in an {@link Area} also the area's state and its
 * {@link AreaContext}. Its result: a value (the answer), {@code void} (the answer is {@code {}}) or a
 * {@link java.util.concurrent.CompletionStage} of one. A notify's result is dropped.
 *
 * <p>A {@link HandlerException} becomes the client's error with that code and message; any other exception becomes code
 * 500 without details, and one log line on the server.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Handler {}
