package org.shaddock.web.health;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.shaddock.runtime.Framework;
import org.shaddock.runtime.ShaddockServer;

/** Whether clients may come, as {@code /shaddock/ready} says too. */
@Readiness
@ApplicationScoped
public class ReadyCheck implements HealthCheck {

    @EJB
    private ShaddockServer server;

    @Override
    public HealthCheckResponse call() {
        Framework framework = server.framework();
        return HealthCheckResponse.named("shaddock-ready")
                .withData("members", framework.membership().view().size())
                .withData("sessions", framework.sessions().count())
                .withData("draining", framework.isDraining())
                .status(framework.isReady())
                .build();
    }
}
