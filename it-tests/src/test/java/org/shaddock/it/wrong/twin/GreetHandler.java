package org.shaddock.it.wrong.twin;

import jakarta.ejb.Stateless;
import org.shaddock.api.Handler;
import org.shaddock.api.ServerType;

/** The twin. */
@Stateless(name = "second")
@ServerType("hall")
public class GreetHandler {

    @Handler
    public void greet() {}
}
