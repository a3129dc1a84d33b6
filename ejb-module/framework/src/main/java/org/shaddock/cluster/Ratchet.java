package org.shaddock.cluster;

import java.util.concurrent.CompletableFuture;

/**
 * The port to numbers that all members share and that only rise. What nobody raises for two days may be forgotten. Nothing blocks;
 * every future ends, with a failure if the grid does not answer in time: then the number may have been raised all the same.
 */
public interface Ratchet {

    /**
     * Raises a number to this value if it is less, or is not there yet.
     *
     * @return whether it was this call that raised it: of all who try the same value, it is so for one at most
     */
    CompletableFuture<Boolean> raise(String name, long value);
}
