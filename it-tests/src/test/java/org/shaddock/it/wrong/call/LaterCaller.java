package org.shaddock.it.wrong.call;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.shaddock.api.CallPolicy;
import org.shaddock.api.FailureMode;
import org.shaddock.api.Remote;

/** Wants an answer that may come at any time. */
@Stateless
public class LaterCaller {

    @Inject
    private Later later;

    public void call() {
        CompletionStage<String> unused = later.sometime();
    }

    /** Tried again in the background, and yet somebody waits. */
    @Remote("hall")
    public interface Later {

        @CallPolicy(onFailure = FailureMode.FAILBACK)
        CompletionStage<String> sometime();
    }
}
