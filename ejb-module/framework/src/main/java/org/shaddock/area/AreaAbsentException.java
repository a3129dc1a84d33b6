package org.shaddock.area;

import java.util.concurrent.CompletableFuture;
import org.shaddock.api.AreaId;
import org.shaddock.api.ErrorCode;
import org.shaddock.remote.DeliveryException;

/**
 * An area is not here, or this member may not speak for it at the moment. Nothing was carried out: whoever asked may look where
 * the area is now and ask there.
 */
public final class AreaAbsentException extends DeliveryException {

    public AreaAbsentException(AreaId area) {
        super(ErrorCode.UNREACHABLE, "Area " + area + " is moving; try again in a moment.");
    }

    /** What ends with it. */
    static <T> CompletableFuture<T> of(AreaId area) {
        return CompletableFuture.failedFuture(new AreaAbsentException(area));
    }
}
