package org.shaddock.guide;

// tag::roles[]
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.shaddock.api.Handler;
import org.shaddock.api.ServerType;
import org.shaddock.api.Session;
import org.shaddock.api.Sessions;

@ApplicationScoped
@ServerType("hall")
@RolesAllowed("moderator")
public class ModeratorHandler {

    @Inject
    Sessions sessions;

    @Handler
    public void ban(Ban ban) {
        sessions.kick(ban.user(), "banned");
    }

    @Handler
    @PermitAll
    public void report(Report report, Session session) {
        session.push("onReported", report);
    }

    public record Ban(String user) {}

    public record Report(String user, String why) {}
}
// end::roles[]
