package org.shaddock.handler;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.HandlerException;
import org.shaddock.api.Outcome;
import org.shaddock.api.Request;
import org.shaddock.api.Session;
import org.shaddock.filter.FilterChain;
import org.shaddock.flow.Deadlines;
import org.shaddock.protocol.Message;
import org.shaddock.protocol.MessageType;
import org.shaddock.session.ClientSession;
import org.shaddock.trace.TracedWork;
import org.shaddock.trace.Tracer;
import org.shaddock.trace.Work;

/**
 * One message and its answer.
 *
 * <p>It ends once: by the handler's result, its failure or the deadline, whichever comes first; what comes later is
 * dropped. A handler still running at the deadline is interrupted, and the session goes on without it.
 */
final class Exchange implements Request, Argument.Call, Deadlines.Expiring {

    private final Pipeline pipeline;
    private final ClientSession client;
    private final Session session;
    private final Message message;
    private final long arrivedMillis;
    private final AtomicBoolean finished = new AtomicBoolean();
    private long startedMillis;
    private long queuedMillis;
    private FilterChain.@Nullable Passage passage;
    private @Nullable TracedWork traced;
    private Runnable end = () -> {};
    private volatile byte @Nullable [] body;
    private final Interruptible running = new Interruptible();
    private volatile @Nullable CompletableFuture<?> pending;

    Exchange(Pipeline pipeline, ClientSession client, Message message) {
        this.pipeline = pipeline;
        this.client = client;
        this.session = pipeline.connector().view(client);
        this.message = message;
        this.arrivedMillis = pipeline.nowMillis();
        this.startedMillis = arrivedMillis;
    }

    /** Answers an error without calling anybody. */
    void refuse(int code, String why) {
        finish(failure(code, why));
    }

    /** Takes the message through the filters to its handler. */
    void run(HandlerMethod handler, Runnable whenEnded) {
        startedMillis = pipeline.nowMillis();
        queuedMillis = Math.max(0, startedMillis - Math.max(arrivedMillis, client.turnEndedMillis()));
        end = whenEnded;
        TracedWork work =
                TracedWork.begin(pipeline.tracer(), Tracer.Kind.SERVER, route(), Work.request(client.id(), route()));
        traced = work;
        work.run(() -> proceed(handler));
    }

    private void proceed(HandlerMethod handler) {
        try {
            FilterChain.Passage way = pipeline.filters(handler.route()).enter(this);
            passage = way;
            pipeline.deadlines().watch(this);
            Optional<Object> early = way.before();
            settle(early.isPresent() ? early.get() : call(handler));
        } catch (InvocationTargetException e) {
            finish(new Outcome.Failure(Failures.cause(e)));
        } catch (RuntimeException | Error e) {
            finish(new Outcome.Failure(e));
        }
    }

    @Override
    public String route() {
        return message.route();
    }

    @Override
    public Session session() {
        return session;
    }

    @Override
    public boolean isNotify() {
        return message.type() == MessageType.NOTIFY;
    }

    @Override
    public byte[] body() {
        byte[] text = body;
        if (text == null) {
            text = pipeline.codec().jsonBody(message);
            body = text;
        }
        return text;
    }

    @Override
    public long queuedMillis() {
        return queuedMillis;
    }

    @Override
    public long deadlineMillis() {
        return startedMillis + pipeline.settings().timeoutMillis();
    }

    @Override
    public void expire() {
        if (claim()) {
            callOff();
            pipeline.answers().timedOut(this);
            long millis = pipeline.settings().timeoutMillis();
            conclude(failure(ErrorCode.TIMED_OUT, "No answer within " + millis + " ms."));
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private @Nullable Object call(HandlerMethod handler) throws InvocationTargetException {
        if (!pipeline.runsHere(handler)) {
            return forwarded(pipeline.forwarding().forward(this, handler));
        }
        @Nullable Object[] values = handler.bind(this, pipeline.json());
        return running.run(() -> handler.invoke(values));
    }

    /** What runs here is interrupted, and another member is told that nobody waits any more. */
    private void callOff() {
        running.callOff();
        CompletableFuture<?> forwarded = pending;
        if (forwarded != null) {
            forwarded.cancel(false);
        }
    }

    /** For what runs in this session's name. */
    Interruptible running() {
        return running;
    }

    private CompletableFuture<@Nullable Object> forwarded(CompletableFuture<@Nullable Object> result) {
        pending = result;
        if (finished.get()) {
            result.cancel(false);
        }
        return result;
    }

    private void settle(@Nullable Object result) {
        if (result instanceof CompletionStage<?> stage) {
            stage.whenComplete((value, error) ->
                    finish(error == null ? new Outcome.Answer(value) : new Outcome.Failure(Failures.cause(error))));
        } else {
            finish(new Outcome.Answer(result));
        }
    }

    private void finish(Outcome outcome) {
        if (claim()) {
            conclude(outcome);
        }
    }

    /** True once: for the one who ends it. */
    private boolean claim() {
        return finished.compareAndSet(false, true);
    }

    private void conclude(Outcome outcome) {
        pipeline.deadlines().forget(this);
        try {
            Outcome last = passage == null ? outcome : passage.after(outcome);
            if (isNotify()) {
                pipeline.answers().dropped(this, last);
            } else {
                pipeline.connector().send(client, pipeline.answers().response(this, message.id(), last));
            }
        } finally {
            if (traced != null) {
                traced.end(outcome instanceof Outcome.Failure failure ? failure.error() : null);
            }
            end.run();
        }
    }

    private static Outcome failure(int code, String why) {
        return new Outcome.Failure(new HandlerException(code, why));
    }
}
