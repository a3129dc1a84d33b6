package org.shaddock.it.wrong;

import jakarta.ejb.Stateless;
import org.shaddock.api.Handler;
import org.shaddock.api.ServerType;

/** Takes what no body can be. */
@Stateless
@ServerType("hall")
public class PrimitiveHandler {

    @Handler
    public void take(int number) {}
}
