package org.shaddock.api;

/** What may happen to a push while the receiver is slow. */
public enum Delivery {
    /** It waits its turn; it is lost only together with the session. */
    RELIABLE,
    /** Past the soft limit of pending bytes a newer push of the same route takes its place. */
    LATEST_WINS
}
