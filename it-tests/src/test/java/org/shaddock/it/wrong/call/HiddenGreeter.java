package org.shaddock.it.wrong.call;

import jakarta.ejb.Stateless;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Shows nothing but the interface, by which no caller is to reach it. */
@Stateless
public class HiddenGreeter implements Greeter {

    @Override
    public CompletionStage<String> greet(String name) {
        return CompletableFuture.completedFuture(name);
    }
}
