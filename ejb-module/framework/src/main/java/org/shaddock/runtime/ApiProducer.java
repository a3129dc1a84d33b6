package org.shaddock.runtime;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.shaddock.api.Areas;
import org.shaddock.api.Channels;
import org.shaddock.api.Connectors;
import org.shaddock.api.Crons;
import org.shaddock.api.Remotes;
import org.shaddock.api.Sessions;
import org.shaddock.area.TurnChannels;

/** Lets games inject what the framework offers. */
@ApplicationScoped
public class ApiProducer {

    @EJB
    private ShaddockServer server;

    @Produces
    @ApplicationScoped
    Channels channels() {
        return new TurnChannels(server.framework().channels());
    }

    @Produces
    @ApplicationScoped
    Sessions sessions() {
        return server.framework().sessions();
    }

    @Produces
    @ApplicationScoped
    Connectors connectors() {
        return server.framework().connectors();
    }

    @Produces
    @ApplicationScoped
    Remotes remotes() {
        return server.framework().remotes();
    }

    @Produces
    @ApplicationScoped
    Crons crons() {
        return server.framework().crons();
    }

    @Produces
    @ApplicationScoped
    Areas areas() {
        return server.framework().areas();
    }
}
