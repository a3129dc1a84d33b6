package org.shaddock.session;

/** Which clients get several packets in one message of their transport. */
public enum Bundling {
    /** Those that say at the handshake that they take them. */
    ASKED,
    /** All, where every client is known to take them. */
    ALWAYS,
    /** None. */
    NEVER;

    boolean suits(boolean asked) {
        return this == ALWAYS || (this == ASKED && asked);
    }
}
