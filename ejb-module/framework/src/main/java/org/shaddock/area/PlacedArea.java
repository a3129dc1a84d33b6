package org.shaddock.area;

import org.shaddock.api.AreaId;
import org.shaddock.cluster.MemberId;

/** An area and the member that holds it. */
public record PlacedArea(AreaId area, MemberId member) {}
