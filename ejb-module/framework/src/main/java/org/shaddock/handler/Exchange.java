package org.shaddock.handler;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
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
    private FilterChain.@Nullable Passage passage;
    private Runnable end = () -> {};
    private byte @Nullable [] body;
    private @Nullable Thread runner;

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
        finish(new Outcome.Failure(new HandlerException(code, why)));
    }

    /** Takes the message through the filters to its handler. */
    void run(HandlerMethod handler, Runnable whenEnded) {
        startedMillis = pipeline.nowMillis();
        end = whenEnded;
        FilterChain.Passage way = pipeline.filters(handler.route()).enter(this);
        passage = way;
        pipeline.deadlines().watch(this);
        try {
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
        return Math.max(0, startedMillis - Math.max(arrivedMillis, client.turnEndedMillis()));
    }

    @Override
    public long deadlineMillis() {
        return startedMillis + pipeline.settings().timeoutMillis();
    }

    @Override
    public void expire() {
        synchronized (this) {
            if (runner != null) {
                runner.interrupt();
            }
        }
        pipeline.answers().timedOut(this);
        refuse(ErrorCode.TIMED_OUT, "No answer within " + pipeline.settings().timeoutMillis() + " ms.");
    }

    private @Nullable Object call(HandlerMethod handler) throws InvocationTargetException {
        @Nullable Object[] values = handler.bind(this, pipeline.json());
        if (!handler.inArea()) {
            return interruptible(() -> handler.invoke(values));
        }
        return pipeline.inArea(
                session, handler.route(), (state, area) -> interruptible(() -> handler.invoke(values, state, area)));
    }

    private @Nullable Object interruptible(GameCode code) throws InvocationTargetException {
        runner(Thread.currentThread());
        try {
            return finished.get() ? null : code.run();
        } finally {
            runner(null);
        }
    }

    /** After the handler has returned, an interrupt that was meant for it must not reach what the thread does next. */
    private synchronized void runner(@Nullable Thread thread) {
        runner = thread;
        if (thread == null) {
            Thread.interrupted();
        }
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
        if (!finished.compareAndSet(false, true)) {
            return;
        }
        pipeline.deadlines().forget(this);
        try {
            Outcome last = passage == null ? outcome : passage.after(outcome);
            if (isNotify()) {
                pipeline.answers().dropped(this, last);
            } else {
                pipeline.connector().send(client, pipeline.answers().response(this, message.id(), last));
            }
        } finally {
            client.turnEnded(pipeline.nowMillis());
            end.run();
        }
    }

    /** What runs on behalf of the client and is interrupted at the deadline. */
    @FunctionalInterface
    private interface GameCode {

        @Nullable
        Object run() throws InvocationTargetException;
    }
}
