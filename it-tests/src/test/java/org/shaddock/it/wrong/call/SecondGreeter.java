package org.shaddock.it.wrong.call;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One of two that serve the same. */
@Stateless
@LocalBean
public class SecondGreeter implements Greeter {

    @Override
    public CompletionStage<String> greet(String name) {
        return CompletableFuture.completedFuture(name);
    }
}
