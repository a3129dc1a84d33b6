package org.shaddock.it.remote;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import org.shaddock.api.HandlerException;
import org.shaddock.api.Outcome;
import org.shaddock.api.RemoteCall;
import org.shaddock.api.RemoteFilter;

/** Refuses calls for nobody, and counts what has been served. */
@ApplicationScoped
public class CountingFilter implements RemoteFilter {

    private final AtomicInteger served = new AtomicInteger();

    @Override
    public void beforeCall(RemoteCall call) {
        if (call.key().equals("nobody")) {
            throw new HandlerException(2403, "Nobody has no points.");
        }
    }

    @Override
    public void afterServe(RemoteCall call, Outcome outcome) {
        served.incrementAndGet();
    }

    /** How many calls have been served. */
    public int served() {
        return served.get();
    }
}
