package org.shaddock.it.guarded;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import org.shaddock.api.Area;
import org.shaddock.api.AreaBehavior;
import org.shaddock.api.AreaContext;
import org.shaddock.api.Handler;
import org.shaddock.api.Session;

/** Everybody may come in and look; what is in it is the owner's. */
@ApplicationScoped
@Area("vault")
@RolesAllowed("owner")
public class Vault implements AreaBehavior<StringBuilder> {

    @Override
    public StringBuilder onOpen(AreaContext area) {
        return new StringBuilder("gold");
    }

    @Override
    public Object onEnter(Session session, StringBuilder content, AreaContext area) {
        return new Content("behind glass");
    }

    @Handler
    @PermitAll
    public GateHandler.Who look(Session session, StringBuilder content) {
        return GateHandler.Who.of(session);
    }

    @Handler
    public Content take(Session session, StringBuilder content) {
        return new Content(content.toString());
    }

    /** What is to be seen. */
    public record Content(String what) {}
}
