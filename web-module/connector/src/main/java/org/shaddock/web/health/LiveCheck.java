package org.shaddock.web.health;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.shaddock.runtime.ShaddockServer;

/** Whether this member still works at all; if not, only a restart helps. */
@Liveness
@ApplicationScoped
public class LiveCheck implements HealthCheck {

    @EJB
    private ShaddockServer server;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("shaddock-live")
                .status(server.isAlive())
                .build();
    }
}
