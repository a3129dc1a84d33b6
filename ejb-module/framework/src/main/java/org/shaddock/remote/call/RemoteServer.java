package org.shaddock.remote.call;

import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaId;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.RemoteCall;
import org.shaddock.cluster.MemberId;
import org.shaddock.remote.DeliveryException;
import org.shaddock.remote.PeerService;
import org.shaddock.remote.Peers;

/** Carries out the calls of other members: finds the implementation, runs it on the pool or as an area's turn, answers. */
public final class RemoteServer implements PeerService {

    private final Executor pool;
    private final CallFilters filters;
    private final AreaAccess areas;
    private final Map<String, Served> services = new ConcurrentHashMap<>();

    public RemoteServer(Executor pool, CallFilters filters, AreaAccess areas) {
        this.pool = pool;
        this.filters = filters;
        this.areas = areas;
    }

    /** From now on calls to this member are carried out. */
    public void serve(Peers peers) {
        peers.serve(CallMessage.PEER_SERVICE, this);
    }

    /**
     * Adds an interface this member serves.
     *
     * @param implementation looked up for each call
     */
    public void add(RemoteInterface service, Supplier<Object> implementation) {
        if (services.putIfAbsent(service.name(), new Served(service, implementation)) != null) {
            throw new RemoteDefinitionException(
                    "Two beans implement " + service.name() + ": keep one, or serve two interfaces.");
        }
    }

    @Override
    public CompletionStage<byte[]> handle(MemberId from, byte[] payload) {
        CallMessage message = CallMessage.parse(payload);
        Served served = services.get(message.service());
        RemoteMethod method = served == null ? null : served.service().method(message.method());
        if (served == null || method == null) {
            throw new DeliveryException(
                    ErrorCode.UNREACHABLE, "Nothing here serves " + message.service() + "." + message.method() + ".");
        }
        RemoteCall call = new RemoteCall(
                served.service().serverType(), message.service(), message.method(), message.key(), from.name());
        ServedCall work =
                new ServedCall(call, method, served.implementation(), message.arguments(), filters.serving(call));
        start(work, message.area());
        return work.answer();
    }

    private void start(ServedCall work, @Nullable AreaId area) {
        if (area != null) {
            CompletionStage<?> unused = areas.turn(area, work::run).whenComplete((end, error) -> work.failIf(error));
            return;
        }
        try {
            pool.execute(work::run);
        } catch (RejectedExecutionException e) {
            work.failIf(new DeliveryException(ErrorCode.UNREACHABLE, "The member is stopping."));
        }
    }

    private record Served(RemoteInterface service, Supplier<Object> implementation) {}
}
