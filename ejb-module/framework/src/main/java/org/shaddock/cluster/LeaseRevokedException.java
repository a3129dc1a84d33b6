package org.shaddock.cluster;

/** Somebody has called this member gone: under its present identity it may never hold a lease again. */
public final class LeaseRevokedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LeaseRevokedException(MemberId revoked) {
        super("The lease of " + revoked + " was revoked: others take it for lost.");
    }
}
