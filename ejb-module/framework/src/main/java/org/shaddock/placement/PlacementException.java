package org.shaddock.placement;

/** An area could not be placed: try again, or add a member that serves its type. */
public final class PlacementException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PlacementException(String message) {
        super(message);
    }
}
