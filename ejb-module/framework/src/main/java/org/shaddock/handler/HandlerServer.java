package org.shaddock.handler;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.Session;
import org.shaddock.area.AreaAbsentException;
import org.shaddock.area.SessionPort;
import org.shaddock.cluster.MemberId;
import org.shaddock.remote.DeliveryException;
import org.shaddock.remote.PeerService;
import org.shaddock.remote.Peers;
import org.shaddock.session.Connector;
import org.shaddock.session.JsonCodec;
import org.shaddock.trace.TracedWork;
import org.shaddock.trace.Tracer;
import org.shaddock.trace.Work;

/**
 * Runs handlers for the sessions of other members. Who may call them was looked at there; it is looked at again here, since this
 * member may be of a later version.
 */
public final class HandlerServer implements PeerService {

    static final String SERVICE = "handler";

    private final HandlerRegistry registry;
    private final Forwarding forwarding;
    private final SessionPort sessions;
    private final JsonCodec json;
    private final Executor pool;
    private final Tracer tracer;

    public HandlerServer(
            HandlerRegistry registry,
            Forwarding forwarding,
            SessionPort sessions,
            JsonCodec json,
            Connector.Environment environment) {
        this.registry = registry;
        this.forwarding = forwarding;
        this.sessions = sessions;
        this.json = json;
        this.pool = environment.pool();
        this.tracer = environment.tracer();
    }

    /** From now on other members' messages are handled. */
    public void serve(Peers peers) {
        peers.serve(SERVICE, this);
    }

    @Override
    public CompletionStage<byte[]> handle(MemberId from, byte[] payload) {
        HandlerMessage message = HandlerMessage.parse(payload);
        HandlerMethod handler = registry.find(message.route());
        if (handler == null) {
            throw new DeliveryException(ErrorCode.UNREACHABLE, "Nothing here handles " + message.route() + ".");
        }
        Interruptible running = new Interruptible();
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        Session session = sessions.remote(from, message.session());
        TracedWork work = TracedWork.begin(tracer, Tracer.Kind.SERVER, message.route(), work(session, message.route()));
        CompletableFuture<byte[]> unused = answer.whenComplete((bytes, error) -> {
            running.callOff();
            work.end(error);
        });
        if (message.area() != null) {
            work.run(() -> start(message, handler, session, running, answer));
            return answer;
        }
        try {
            pool.execute(() -> work.run(() -> start(message, handler, session, running, answer)));
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(new DeliveryException(ErrorCode.UNREACHABLE, "The member is stopping."));
        }
        return answer;
    }

    private static Work work(Session session, String route) {
        return Work.request(session.id(), route).under(Work.current().trace());
    }

    private void start(
            HandlerMessage message,
            HandlerMethod handler,
            Session session,
            Interruptible running,
            CompletableFuture<byte[]> answer) {
        try {
            end(run(message, handler, new ForwardedCall(session, message.body()), running), answer);
        } catch (InvocationTargetException e) {
            fail(answer, e);
        } catch (RuntimeException | Error e) {
            fail(answer, e);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private @Nullable Object run(
            HandlerMessage message, HandlerMethod handler, Argument.Call call, Interruptible running)
            throws InvocationTargetException {
        handler.access().require(message.route(), call.session().identity());
        if (message.area() != null) {
            return forwarding.inArea(message.area(), handler, call, !message.isNotify(), running);
        }
        @Nullable Object[] values = handler.bind(call, json);
        return running.run(() -> handler.invoke(values));
    }

    private void end(@Nullable Object result, CompletableFuture<byte[]> answer) {
        if (result instanceof CompletionStage<?> stage) {
            CompletionStage<?> unused = stage.whenComplete((value, error) -> {
                if (error == null) {
                    complete(answer, value);
                } else {
                    fail(answer, error);
                }
            });
        } else {
            complete(answer, result);
        }
    }

    private void complete(CompletableFuture<byte[]> answer, @Nullable Object value) {
        try {
            answer.complete(HandlerReply.done(value, json));
        } catch (RuntimeException e) {
            fail(answer, e);
        }
    }

    private static void fail(CompletableFuture<byte[]> answer, Throwable error) {
        Throwable meant = Failures.cause(error);
        if (meant instanceof AreaAbsentException) {
            answer.complete(HandlerReply.absent());
        } else {
            answer.completeExceptionally(meant);
        }
    }

    private record ForwardedCall(Session session, byte[] body) implements Argument.Call {}
}
