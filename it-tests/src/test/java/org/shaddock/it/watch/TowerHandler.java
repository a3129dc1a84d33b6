package org.shaddock.it.watch;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.shaddock.api.Area;
import org.shaddock.api.AreaBehavior;
import org.shaddock.api.AreaContext;
import org.shaddock.api.Handler;
import org.shaddock.api.Session;

/** A tower, from whose turns the bell is rung and in which something goes wrong. */
@Singleton
@LocalBean
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@Area("tower")
public class TowerHandler implements AreaBehavior<AtomicInteger> {

    private static final System.Logger LOG = System.getLogger("org.shaddock.it.watch.tower");

    @Inject
    private Bell bell;

    @Override
    public AtomicInteger onOpen(AreaContext area) {
        return new AtomicInteger();
    }

    /** Rings the bell. */
    @Handler
    public CompletionStage<Sound> ring(Session session) {
        return bell.ring(session.id().toString()).thenApply(Sound::new);
    }

    /** Says so in the log. */
    @Handler
    public void complain() {
        LOG.log(System.Logger.Level.WARNING, "The {0} sways.", "tower");
    }

    /** What is heard. */
    public record Sound(String sound) {}
}
