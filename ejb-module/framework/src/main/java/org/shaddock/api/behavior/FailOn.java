package org.shaddock.api.behavior;

/** When {@link Behavior#parallel} has failed. */
public enum FailOn {
    /** As soon as one child fails; the others are broken off. It succeeds when all have. */
    ONE,
    /** When all children have failed. It succeeds when all are done and one at least has succeeded. */
    ALL
}
