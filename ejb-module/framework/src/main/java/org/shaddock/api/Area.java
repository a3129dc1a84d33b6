package org.shaddock.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the behaviour of a stateful area (a room, a map, a match): an {@link AreaBehavior} that is an ordinary bean.
 *
 * <p>As an EJB it is a {@code @Singleton} with {@code @ConcurrencyManagement(BEAN)}: each area already runs one turn at a
 * time, and a container lock on top would make all areas of the type wait for one another. A container-managed lock
 * stops the deployment.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Area {

    /** The server type of the area's routes, such as {@code room}. */
    String value();
}
