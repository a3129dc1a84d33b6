package org.shaddock.it.wrong;

import jakarta.ejb.Stateless;
import org.shaddock.api.Handler;

/** Has no server type. */
@Stateless
public class HomelessHandler {

    @Handler
    public void greet() {}
}
