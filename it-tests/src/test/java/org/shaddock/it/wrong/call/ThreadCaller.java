package org.shaddock.it.wrong.call;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.shaddock.api.Remote;

/** Calls what answers with something that cannot travel. */
@Stateless
public class ThreadCaller {

    @Inject
    private Threads threads;

    public void call() {
        CompletionStage<Thread> unused = threads.current();
    }

    /** Nobody can send a thread. */
    @Remote("hall")
    public interface Threads {

        CompletionStage<Thread> current();
    }
}
