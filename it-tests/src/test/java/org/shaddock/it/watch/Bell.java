package org.shaddock.it.watch;

import java.util.concurrent.CompletionStage;
import org.shaddock.api.Remote;
import org.shaddock.api.RouteKey;

/** A bell, on whichever member. */
@Remote("bell")
public interface Bell {

    /** Rings it. */
    CompletionStage<String> ring(@RouteKey String who);
}
