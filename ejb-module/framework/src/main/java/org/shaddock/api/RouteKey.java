package org.shaddock.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the parameter of a {@link Remote} method that decides where the call goes (Pomelo's route parameter). Calls with
 * equal keys go to the same member as long as the members stay the same. A key of type {@link AreaId} sends the call to
 * the member that holds the area, where it runs as one of the area's turns.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface RouteKey {}
