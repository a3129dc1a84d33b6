package org.shaddock.session;

/**
 * How much may be pending for one session.
 *
 * @param softBytes past it, pushes that allow it are replaced by newer ones
 * @param hardBytes past it, the session is kicked
 */
public record OutboxLimits(long softBytes, long hardBytes) {

    public OutboxLimits {
        if (softBytes <= 0 || hardBytes < softBytes) {
            throw new IllegalArgumentException("The outbound limits must be 0 < soft <= hard.");
        }
    }
}
