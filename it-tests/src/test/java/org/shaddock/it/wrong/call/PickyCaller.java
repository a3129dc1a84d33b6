package org.shaddock.it.wrong.call;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.shaddock.api.CallPolicy;
import org.shaddock.api.CallRouter;
import org.shaddock.api.Remote;
import org.shaddock.api.RemoteCall;

/** Calls by a router that nobody can make. */
@Stateless
public class PickyCaller {

    @Inject
    private Picky picky;

    public void call() {
        CompletionStage<String> unused = picky.pick();
    }

    /** Goes where its router says. */
    @Remote("hall")
    public interface Picky {

        @CallPolicy(custom = Favourite.class)
        CompletionStage<String> pick();
    }

    /** Wants to be told its favourite. */
    public static final class Favourite implements CallRouter {

        private final String name;

        public Favourite(String name) {
            this.name = name;
        }

        @Override
        public String choose(RemoteCall call, List<String> members) {
            return name;
        }
    }
}
