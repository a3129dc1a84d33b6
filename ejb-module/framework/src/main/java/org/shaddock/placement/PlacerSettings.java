package org.shaddock.placement;

/**
 * How patient a placer is.
 *
 * @param locateTimeoutMillis after how long a search ends without a result
 * @param retryMillis how long to wait, on average, before something that failed is tried again
 * @param sweepMillis how often to look for areas that nobody has
 * @param refreshMillis how often to compare the mirror with the shared table
 * @param tombstoneMillis how long the shared table keeps the epoch of a closed area
 */
public record PlacerSettings(
        long locateTimeoutMillis, long retryMillis, long sweepMillis, long refreshMillis, long tombstoneMillis) {

    /** Five seconds for a search, a sweep every second, a comparison every half minute, ten minutes for a closed area. */
    public static final PlacerSettings STANDARD = new PlacerSettings(5_000, 50, 1_000, 30_000, 600_000);
}
