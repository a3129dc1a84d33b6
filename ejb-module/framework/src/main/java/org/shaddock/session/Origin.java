package org.shaddock.session;

import org.shaddock.api.AreaId;

/**
 * The area that something comes from.
 *
 * @param epoch under which it was held when it said so
 */
public record Origin(AreaId area, long epoch) {}
