package org.shaddock.api.behavior;

/** What a node says at the end of a step. */
public enum Status {
    /** Done, and it worked. */
    SUCCESS,
    /** Done, and it did not work. */
    FAILURE,
    /** Not done: the next step goes on here. */
    RUNNING
}
