package org.shaddock.it.wrong;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import org.shaddock.api.Handler;
import org.shaddock.api.ServerType;

/** For some, and for nobody; and beside an EJB, since the server takes no ejb-jar without one. */
@ApplicationScoped
@ServerType("hall")
public class TornHandler {

    @Handler
    @RolesAllowed("king")
    @DenyAll
    public void rule() {}

    /** Does nothing. */
    @Stateless
    public static class Footman {}
}
