package org.shaddock.handler;

import java.lang.reflect.Method;
import org.shaddock.filter.Access;

/** The port to the annotations that say who may call a handler. */
@FunctionalInterface
public interface AccessReader {

    /**
     * Who may call a handler.
     *
     * @param type the class of the bean; the method may be of a superclass
     * @throws DefinitionException if the annotations contradict one another
     */
    Access of(Class<?> type, Method handler);
}
