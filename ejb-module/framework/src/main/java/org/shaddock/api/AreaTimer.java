package org.shaddock.api;

/** A timer of an area. */
@FunctionalInterface
public interface AreaTimer {

    /** Stops it; a turn that has not started will not run. */
    void cancel();
}
