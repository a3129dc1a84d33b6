package org.shaddock.it.guarded;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.shaddock.api.AreaId;
import org.shaddock.api.Areas;
import org.shaddock.api.Handler;
import org.shaddock.api.ServerType;
import org.shaddock.api.Session;

/** Says who calls, and leads into the vault. */
@ApplicationScoped
@ServerType("gate")
public class GateHandler {

    @Inject
    private Areas areas;

    @Handler
    public Who who(Session session) {
        return Who.of(session);
    }

    @Handler
    @RolesAllowed({"keeper", "owner"})
    public Who open(Session session) {
        return Who.of(session);
    }

    @Handler
    @DenyAll
    public void blowUp() {}

    @Handler
    public CompletionStage<Object> enter(Session session) {
        return areas.enter(session, new AreaId("vault", "one"));
    }

    /** Who called. */
    public record Who(String user, List<String> roles) {

        static Who of(Session session) {
            return new Who(
                    session.userId(),
                    session.identity().roles().stream().sorted().toList());
        }
    }
}
