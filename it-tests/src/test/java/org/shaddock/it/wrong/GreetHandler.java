package org.shaddock.it.wrong;

import jakarta.ejb.Stateless;
import org.shaddock.api.Handler;
import org.shaddock.api.ServerType;

/** Has a twin of the same name in another package, so both have the same route. */
@Stateless(name = "first")
@ServerType("hall")
public class GreetHandler {

    @Handler
    public void greet() {}
}
