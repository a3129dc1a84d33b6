package org.shaddock.handler;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.shaddock.api.ErrorCode;
import org.shaddock.filter.FilterChain;
import org.shaddock.filter.FilterSet;
import org.shaddock.flow.Deadlines;
import org.shaddock.flow.Mailbox;
import org.shaddock.protocol.Message;
import org.shaddock.route.Route;
import org.shaddock.session.ClientSession;
import org.shaddock.session.Connector;
import org.shaddock.session.Inbound;
import org.shaddock.session.JsonCodec;
import org.shaddock.session.WireCodec;
import org.shaddock.trace.Tracer;

/**
 * Takes messages from the connector to their handlers: lookup, the session's turn, filters, the handler, the answer.
 *
 * <p>A session's messages run one after the other in the order they came (unless {@code serial} is off), sessions beside
 * one another on the pool; a {@link org.shaddock.api.NonBlocking} handler runs on the thread that brings the message. A message that finds no handler or no room is answered at once. What still waits when its
 * session ends is dropped, as Pomelo drops the session's queue.
 */
public final class Pipeline implements Inbound {

    private static final Logger LOG = System.getLogger(Pipeline.class.getName());
    private static final long BLOCKED_MILLIS = 50;

    private final HandlerRegistry registry;
    private final FilterSet filters;
    private final HandlerSettings settings;
    private final WireCodec codec;
    private final JsonCodec json;
    private final Answers answers;
    private final Backends backends;
    private final Connector connector;
    private final Connector.Environment environment;
    private final Deadlines deadlines = new Deadlines();

    /** @param filters what stands around the handlers */
    public Pipeline(
            HandlerRegistry registry,
            FilterSet filters,
            HandlerSettings settings,
            Wire wire,
            Backends backends,
            Front front) {
        this.registry = registry;
        this.filters = filters;
        this.settings = settings;
        this.codec = wire.codec();
        this.json = wire.json();
        this.answers = wire.answers();
        this.backends = backends;
        this.connector = front.connector();
        this.environment = front.environment();
    }

    @Override
    public void onMessage(ClientSession session, Message message) {
        Exchange exchange = new Exchange(this, session, message);
        HandlerMethod handler = registry.find(message.route());
        if (handler == null) {
            environment.counters().increment("route.unknown");
            exchange.refuse(ErrorCode.FAILED, "There is no route '" + message.route() + "'.");
        } else {
            start(exchange, handler, session);
        }
    }

    @Override
    public void onRefused(ClientSession session, Message message) {
        new Exchange(this, session, message).refuse(ErrorCode.RATE_LIMITED, "You send too much too fast.");
    }

    /** Answers what has taken too long. Call it a few times a second. */
    public void sweep() {
        deadlines.sweep(nowMillis());
    }

    /** All handlers. */
    public HandlerRegistry handlers() {
        return registry;
    }

    /** Requests whose handlers have not ended. */
    public int underWay() {
        return deadlines.size();
    }

    /** Whether a handler runs on this member, and in no area. */
    boolean runsHere(HandlerMethod handler) {
        return !handler.inArea() && backends.runsHere().test(handler.route().serverType());
    }

    Forwarding forwarding() {
        return backends.forwarding();
    }

    private void start(Exchange exchange, HandlerMethod handler, ClientSession session) {
        boolean here = mayRunHere(handler);
        long startedMillis = nowMillis();
        if (!isTaken(exchange, handler, session, here)) {
            environment.counters().increment("session.mailbox.full");
            exchange.refuse(ErrorCode.TOO_BUSY, "Too many of your messages wait for their turn.");
        } else if (here) {
            noticeIfBlocked(handler, nowMillis() - startedMillis);
        }
    }

    private boolean isTaken(Exchange exchange, HandlerMethod handler, ClientSession session, boolean here) {
        if (settings.serial()) {
            Mailbox.Turn turn = end -> take(exchange, handler, session, () -> ended(session, end));
            return here ? session.mailbox().offerHere(turn) : session.mailbox().offer(turn);
        }
        Executor threads = here ? Runnable::run : environment.pool();
        threads.execute(() -> take(exchange, handler, session, () -> {}));
        return true;
    }

    /** Whether nothing on the way of a message to its answer keeps the thread that has read it. */
    private boolean mayRunHere(HandlerMethod handler) {
        return handler.nonBlocking() && filters(handler.route()).isNonBlocking() && answers.isNonBlocking();
    }

    private void noticeIfBlocked(HandlerMethod handler, long tookMillis) {
        if (tookMillis >= BLOCKED_MILLIS) {
            environment.counters().increment("handler.blocked");
            LOG.log(
                    Level.WARNING,
                    "{0} is @NonBlocking, but kept a thread that reads sockets for {1} ms. If it waits for something,"
                            + " remove the annotation.",
                    handler.method(),
                    tookMillis);
        }
    }

    private void take(Exchange exchange, HandlerMethod handler, ClientSession session, Runnable end) {
        if (session.isWorking()) {
            exchange.run(handler, end);
        } else {
            environment.counters().increment("message.dropped");
            end.run();
        }
    }

    private void ended(ClientSession session, Runnable end) {
        session.turnEnded(nowMillis());
        end.run();
    }

    long nowMillis() {
        return environment.nowMillis().getAsLong();
    }

    Tracer tracer() {
        return environment.tracer();
    }

    HandlerSettings settings() {
        return settings;
    }

    FilterChain filters(Route route) {
        return filters.of(route.serverType());
    }

    WireCodec codec() {
        return codec;
    }

    JsonCodec json() {
        return json;
    }

    Answers answers() {
        return answers;
    }

    Connector connector() {
        return connector;
    }

    Deadlines deadlines() {
        return deadlines;
    }

    /**
     * How bodies and answers are written.
     *
     * @param codec packets
     * @param json bodies
     * @param answers outcomes
     */
    public record Wire(WireCodec codec, JsonCodec json, Answers answers) {}

    /**
     * Where handlers run.
     *
     * @param runsHere whether this member runs a server type
     * @param forwarding the way to areas and to other members
     */
    public record Backends(Predicate<String> runsHere, Forwarding forwarding) {}

    /**
     * Where messages come from and answers go.
     *
     * @param connector the front end
     * @param environment threads, time, figures
     */
    public record Front(Connector connector, Connector.Environment environment) {}
}
