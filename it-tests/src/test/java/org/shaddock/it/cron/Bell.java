package org.shaddock.it.cron;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.shaddock.api.Channels;
import org.shaddock.api.Cron;

/** An EJB that tolls. */
@Stateless
public class Bell {

    @Inject
    private Channels channels;

    @Cron("*/2 * * * * *")
    public void toll() {
        channels.create("clock").push("onToll", new Tolled());
    }

    /** It did. */
    public record Tolled() {}
}
