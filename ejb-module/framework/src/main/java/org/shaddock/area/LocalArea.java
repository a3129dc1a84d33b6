package org.shaddock.area;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaBehavior;
import org.shaddock.api.AreaId;
import org.shaddock.api.Channel;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.HandlerException;
import org.shaddock.api.Session;
import org.shaddock.api.SessionId;
import org.shaddock.flow.Mailbox;

/**
 * One open area: its state, its visitors and the mailbox that gives it one turn at a time.
 *
 * <p>The state is made in the first turn. After the closing turn nothing touches it any more: turns that come later, or
 * were waiting behind the closing one, go back to the host and open the area anew.
 */
public final class LocalArea {

    private static final Logger LOG = System.getLogger(LocalArea.class.getName());

    private final AreaId id;
    private final AreaBehavior<Object> behavior;
    private final AreaHost host;
    private final Mailbox mailbox;
    private final Channel channel;
    private final LocalContext context;
    private final List<TickDriver> tickDrivers;
    private final TickFigures ticks = new TickFigures();
    private final Map<SessionId, Session> visitors = new ConcurrentHashMap<>();
    private final CompletableFuture<@Nullable Object> closed = new CompletableFuture<>();
    private @Nullable Object state;
    private volatile long lastUsedMillis;

    LocalArea(AreaId id, AreaType type, AreaHost host) {
        this.id = id;
        this.behavior = type.behavior().get();
        this.host = host;
        this.mailbox = new Mailbox(
                host.surroundings().environment().pool(), host.settings().mailbox());
        this.channel = host.surroundings().channels().create("area/" + id);
        this.context = new LocalContext(this);
        this.lastUsedMillis = nowMillis();
        this.tickDrivers = type.ticks().stream()
                .map(tick -> new TickDriver(this, tick, lastUsedMillis))
                .toList();
    }

    public AreaId id() {
        return id;
    }

    /** How many sessions are in it. */
    public int population() {
        return visitors.size();
    }

    /** How it keeps up with its ticks. */
    public TickFigures ticks() {
        return ticks;
    }

    /** Turns that wait. */
    public int mailboxDepth() {
        return mailbox.depth();
    }

    /** Closes the area behind the turns that wait already. */
    void close() {
        mailbox.add(end -> {
            closeNow();
            end.run();
        });
    }

    CompletableFuture<@Nullable Object> whenClosed() {
        return closed;
    }

    CompletableFuture<@Nullable Object> turn(String what, AreaTurn turn) {
        CompletableFuture<@Nullable Object> result = new CompletableFuture<>();
        boolean accepted = mailbox.offer(end -> {
            take(what, turn, result);
            lastUsedMillis = nowMillis();
            end.run();
        });
        if (!accepted) {
            host.surroundings().environment().counters().increment("area.mailbox.full");
            result.completeExceptionally(
                    new HandlerException(ErrorCode.TOO_BUSY, "Area " + id + " is too busy; try again in a moment."));
        }
        return result;
    }

    /** A step of the area's own that nobody waits for, such as a timer; one that finds it closed is dropped. */
    void ownTurn(String what, OwnStep step) {
        mailbox.add(end -> {
            if (!closed.isDone()) {
                AreaTurn turn = area -> {
                    step.run();
                    return null;
                };
                CompletableFuture<@Nullable Object> result = new CompletableFuture<>();
                take(what, turn, result);
                CompletableFuture<?> unused = result.exceptionally(error -> logged(what, error));
            }
            end.run();
        });
    }

    /** The newcomer joins the channel once it is let in, so what is pushed meanwhile goes to those already there. */
    @Nullable
    Object enter(Session session) {
        Object welcome = behavior.onEnter(session, state(), context);
        visitors.put(session.id(), session);
        if (!session.userId().isEmpty()) {
            channel.add(session.userId());
        }
        return welcome;
    }

    @Nullable
    Object leave(Session session) {
        if (visitors.remove(session.id()) != null) {
            leaveChannel(session);
            behavior.onLeave(session, state(), context);
        }
        return null;
    }

    boolean isIdle(long now) {
        long idleMillis = host.settings().idleMillis();
        return idleMillis > 0 && visitors.isEmpty() && now - lastUsedMillis >= idleMillis && !context.hasTimers();
    }

    Object state() {
        return Objects.requireNonNull(state, "An area has its state from its first turn on.");
    }

    LocalContext context() {
        return context;
    }

    Channel channel() {
        return channel;
    }

    AreaHost host() {
        return host;
    }

    long nowMillis() {
        return host.surroundings().environment().nowMillis().getAsLong();
    }

    private void take(String what, AreaTurn turn, CompletableFuture<@Nullable Object> result) {
        if (closed.isDone()) {
            CompletableFuture<?> unused =
                    host.turn(id, what, turn).whenComplete((value, error) -> settle(result, value, error));
            return;
        }
        long started = nowMillis();
        context.startTurn(started);
        try {
            if (state == null) {
                state = behavior.onOpen(context);
                tickDrivers.forEach(host.surroundings().wheel()::add);
            }
            answer(result, turn.run(this));
        } catch (InvocationTargetException e) {
            result.completeExceptionally(Objects.requireNonNullElse(e.getCause(), e));
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        } finally {
            ended(what, started);
        }
    }

    private void ended(String what, long started) {
        long tookMillis = nowMillis() - started;
        if (tookMillis > host.settings().turnBudgetMillis()) {
            host.surroundings().environment().counters().increment("area.turn.slow");
            LOG.log(Level.WARNING, "{0} took {1} ms in area {2}, while others waited.", what, tookMillis, id);
        }
        if (context.isClosing()) {
            closeNow();
        }
    }

    private void closeNow() {
        if (closed.isDone()) {
            return;
        }
        context.endTimers();
        tickDrivers.forEach(host.surroundings().wheel()::remove);
        if (state != null) {
            try {
                behavior.onClose(state, context);
            } catch (RuntimeException e) {
                logged("onClose", e);
            }
        }
        visitors.values().forEach(this::leaveChannel);
        visitors.clear();
        host.closed(this);
        closed.complete(null);
    }

    /** A user with another session in the area stays in the channel. */
    private void leaveChannel(Session session) {
        String userId = session.userId();
        if (visitors.values().stream()
                .noneMatch(other -> other != session && other.userId().equals(userId))) {
            channel.leave(userId);
        }
    }

    private @Nullable Object logged(String what, Throwable error) {
        host.surroundings().environment().counters().increment("area.turn.failed");
        LOG.log(Level.ERROR, what + " failed in area " + id + ".", error);
        return null;
    }

    private static void answer(CompletableFuture<@Nullable Object> result, @Nullable Object value) {
        if (value instanceof CompletionStage<?> stage) {
            CompletionStage<?> unused = stage.whenComplete((late, error) -> settle(result, late, error));
        } else {
            result.complete(value);
        }
    }

    private static void settle(
            CompletableFuture<@Nullable Object> result, @Nullable Object value, @Nullable Throwable error) {
        if (error == null) {
            result.complete(value);
        } else {
            result.completeExceptionally(error);
        }
    }

    /** What an area does of its own accord. */
    @FunctionalInterface
    interface OwnStep {

        void run() throws InvocationTargetException;
    }
}
