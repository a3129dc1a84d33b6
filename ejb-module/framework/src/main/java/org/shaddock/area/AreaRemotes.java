package org.shaddock.area;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.MemberId;
import org.shaddock.placement.Placement;
import org.shaddock.remote.call.AreaAccess;

/** The areas as remote calls find them. */
public final class AreaRemotes implements AreaAccess {

    private final AreaHost host;
    private final AreaGateway gateway;

    public AreaRemotes(AreaHost host, AreaGateway gateway) {
        this.host = host;
        this.gateway = gateway;
    }

    @Override
    public CompletionStage<MemberId> holder(AreaId area) {
        return gateway.locate(area).thenApply(Placement::member);
    }

    @Override
    public CompletionStage<?> turn(AreaId area, Supplier<? extends CompletionStage<?>> step) {
        return host.turn(area, "remote call", open -> step.get());
    }

    @Override
    public boolean isInTurn() {
        return CurrentTurn.isInTurn();
    }

    @Override
    public Executor goingOn(Executor otherwise) {
        LocalArea area = CurrentTurn.area();
        return area == null ? otherwise : task -> goOn(area, task, otherwise);
    }

    /** An area that has closed meanwhile or is too busy must not keep anybody waiting. */
    private static void goOn(LocalArea area, Runnable task, Executor otherwise) {
        AtomicBoolean begun = new AtomicBoolean();
        AreaTurn turn = open -> {
            begun.set(true);
            task.run();
            return null;
        };
        CompletableFuture<?> unused = area.turn("remote answer", turn).whenComplete((nothing, error) -> {
            if (!begun.get()) {
                otherwise.execute(task);
            }
        });
    }
}
