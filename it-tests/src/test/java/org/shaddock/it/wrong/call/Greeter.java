package org.shaddock.it.wrong.call;

import java.util.concurrent.CompletionStage;
import org.shaddock.api.Remote;

/** Nothing is wrong with it. */
@Remote("hall")
public interface Greeter {

    CompletionStage<String> greet(String name);
}
