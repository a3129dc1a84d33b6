package org.shaddock.remote.call;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.shaddock.api.AreaId;
import org.shaddock.api.ErrorCode;
import org.shaddock.cluster.MemberId;
import org.shaddock.remote.DeliveryException;

/** The port to the areas, for calls that go to one. */
public interface AreaAccess {

    /** No areas at all. */
    AreaAccess NONE = new AreaAccess() {
        @Override
        public CompletionStage<MemberId> holder(AreaId area) {
            return CompletableFuture.failedFuture(nowhere(area));
        }

        @Override
        public CompletionStage<?> turn(AreaId area, Supplier<? extends CompletionStage<?>> step) {
            return CompletableFuture.failedFuture(nowhere(area));
        }

        @Override
        public boolean isInTurn() {
            return false;
        }

        private DeliveryException nowhere(AreaId area) {
            return new DeliveryException(ErrorCode.UNREACHABLE, "There is no area " + area + ".");
        }
    };

    /** The member that holds an area; it is opened if it is not open. Ends in any case, or fails with a {@link DeliveryException}. */
    CompletionStage<MemberId> holder(AreaId area);

    /**
     * Runs a step as one turn of an area that is held here. The turn ends when the step returns, its stage perhaps later; so
     * members and areas may call one another in circles. Must not block.
     *
     * @return ends as the step's stage does, or fails with a {@link DeliveryException} if the area is not here or too busy
     */
    CompletionStage<?> turn(AreaId area, Supplier<? extends CompletionStage<?>> step);

    /** Whether the calling thread is in an area's turn, so that it must not wait. */
    boolean isInTurn();

    /** Where what the calling thread waits for is to go on: in turns of the area whose turn it is in, if it is in one. */
    default Executor goingOn(Executor otherwise) {
        return otherwise;
    }
}
