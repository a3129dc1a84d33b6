package org.shaddock.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The server type a class belongs to: the first part of its routes ({@code gate} in {@code gate.gateHandler.queryEntry}).
 *
 * <p>On a bean with {@link Handler} methods it makes them reachable; on a {@link HandlerFilter} it narrows the filter to
 * the routes of that type. The class needs a scope ({@code @ApplicationScoped}) or must be an EJB, as any Jakarta bean.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ServerType {

    /** The type's name: letters, digits, {@code -} and {@code _}. */
    String value();
}
