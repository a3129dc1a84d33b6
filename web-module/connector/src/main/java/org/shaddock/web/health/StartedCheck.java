package org.shaddock.web.health;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;
import org.shaddock.runtime.ShaddockServer;

/** Whether this member has started; from then on the two other checks count. */
@Startup
@ApplicationScoped
public class StartedCheck implements HealthCheck {

    @EJB
    private ShaddockServer server;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("shaddock-started")
                .withData("member", server.framework().settings().member())
                .up()
                .build();
    }
}
