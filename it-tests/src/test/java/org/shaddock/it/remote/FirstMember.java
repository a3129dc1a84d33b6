package org.shaddock.it.remote;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.shaddock.api.CallRouter;
import org.shaddock.api.RemoteCall;

/** A router of the game's own: a bean. */
@ApplicationScoped
public class FirstMember implements CallRouter {

    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public String choose(RemoteCall call, List<String> members) {
        asked.incrementAndGet();
        return members.get(0);
    }

    /** How often it was asked. */
    public int asked() {
        return asked.get();
    }
}
