package org.shaddock.area;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaBehavior;
import org.shaddock.api.AreaId;
import org.shaddock.api.Channel;
import org.shaddock.api.Session;
import org.shaddock.api.SessionId;
import org.shaddock.cluster.MemberId;

/**
 * One area that this member holds under an epoch: its state, its visitors and the mailbox that gives it one turn at a time.
 *
 * <p>The state is made in the first turn. A turn is refused, and nothing leaves the area, while this member may not speak for it.
 * After the closing turn, or once the area is lost, nothing touches the state any more.
 */
public final class LocalArea {

    private static final byte[] NOTHING = {};

    private final AreaId id;
    private final AreaBehavior<Object> behavior;
    private final AreaHost host;
    private final AreaTurns turns;
    private final AreaOutput output;
    private final LocalContext context;
    private final List<TickDriver> tickDrivers;
    private final TickFigures ticks = new TickFigures();
    private final AreaFigures.OfType figures;
    private final Visitors visitors = new Visitors();
    private final CompletableFuture<byte[]> closed = new CompletableFuture<>();
    private final byte[] luggage;
    private volatile @Nullable Object state;
    private volatile long epoch;
    private volatile long lastUsedMillis;

    /** @param luggage what the area saved where it was before; empty if it begins anew */
    LocalArea(AreaId id, AreaType type, AreaHost host, long epoch, byte[] luggage) {
        this.id = id;
        this.behavior = type.behavior().get();
        this.host = host;
        this.epoch = epoch;
        this.luggage = luggage;
        this.figures = host.surroundings().figures().of(id.type());
        this.turns = new AreaTurns(this, host);
        this.output = new AreaOutput(this);
        this.context = new LocalContext(this);
        this.lastUsedMillis = nowMillis();
        this.tickDrivers = type.ticks().stream()
                .map(tick -> new TickDriver(this, tick, lastUsedMillis))
                .toList();
    }

    public AreaId id() {
        return id;
    }

    /** Under which epoch this member holds it. */
    public long epoch() {
        return epoch;
    }

    /** How many sessions are in it. */
    public int population() {
        return visitors.count();
    }

    /** How it keeps up with its ticks. */
    public TickFigures ticks() {
        return ticks;
    }

    /** Whether it has its state. */
    boolean isOpen() {
        return state != null;
    }

    /** Turns that wait. */
    public int mailboxDepth() {
        return turns.depth();
    }

    /** Those of its type. */
    AreaFigures.OfType figures() {
        return figures;
    }

    void raise(long risen) {
        epoch = risen;
    }

    /** Makes the state without waiting for somebody to need it. */
    void openSoon() {
        turns.ownTurn("onOpen", () -> {});
    }

    /** Closes the area behind the turns that wait already; ends when it has. */
    CompletableFuture<byte[]> close() {
        return closeBehindTurns(false);
    }

    /** The same, and ends with what the behaviour wants to find where it goes on. */
    CompletableFuture<byte[]> depart() {
        return closeBehindTurns(true);
    }

    /** Another member may hold the area from now on: this copy says nothing any more. Returns at once. */
    void abandon() {
        if (closed.complete(NOTHING)) {
            stopClocks();
            turns.lastTurn(() -> {
                output.drop();
                visitors.clear();
                turns.guarded("onLost", () -> {
                    if (state != null) {
                        behavior.onLost(state, context);
                    }
                });
            });
        }
    }

    /** A step that is answered; the answer leaves behind what the step pushes. */
    CompletableFuture<@Nullable Object> turn(String what, AreaTurn turn) {
        return turns.turn(what, turn, true, false);
    }

    AreaTurns turns() {
        return turns;
    }

    /** The newcomer joins the channel once it is let in, so what is pushed meanwhile goes to those already there. */
    @Nullable
    Object enter(Session session, MemberId frontEnd) {
        AreaSession seen = new AreaSession(session, this);
        Object welcome = behavior.onEnter(seen, state(), context);
        admit(seen, frontEnd);
        return welcome;
    }

    /** A session that was in the area under an earlier epoch is there again, if it ever was away. */
    Comeback comeBack(Session session, MemberId frontEnd) {
        AreaSession seen = new AreaSession(session, this);
        if (visitors.contains(session.id())) {
            admit(seen, frontEnd);
            return Comeback.STAYED;
        }
        behavior.onReturn(seen, state(), context);
        admit(seen, frontEnd);
        return luggage.length > 0 ? Comeback.MOVED : Comeback.ANEW;
    }

    @Nullable
    Object leave(SessionId session) {
        Visitors.Visitor gone = visitors.remove(session);
        if (gone != null) {
            leaveChannel(gone.session());
            behavior.onLeave(gone.session(), state(), context);
        }
        return null;
    }

    /** The connections that a member held are gone. */
    void leaveAll(MemberId frontEnd) {
        visitors.from(frontEnd).forEach(visitor -> leave(visitor.session().id()));
    }

    boolean isIdle(long now) {
        long idleMillis = host.settings().idleMillis();
        return idleMillis > 0 && visitors.count() == 0 && now - lastUsedMillis >= idleMillis && !context.hasTimers();
    }

    Object state() {
        return Objects.requireNonNull(state, "An area has its state from its first turn on.");
    }

    LocalContext context() {
        return context;
    }

    Channel channel() {
        return output.channel();
    }

    AreaOutput output() {
        return output;
    }

    Visitors visitors() {
        return visitors;
    }

    AreaHost host() {
        return host;
    }

    boolean maySpeak() {
        return host.maySpeak(id, epoch);
    }

    long nowMillis() {
        return host.surroundings().environment().nowMillis().getAsLong();
    }

    boolean mayTakeTurns() {
        return !closed.isDone() && maySpeak();
    }

    /** Makes the state, before the first turn. */
    void open() {
        if (state == null) {
            state = luggage.length > 0 ? behavior.onOpen(context, luggage) : behavior.onOpen(context);
            tickDrivers.forEach(host.surroundings().wheel()::add);
        }
    }

    /** Somebody has needed it. */
    void used() {
        lastUsedMillis = nowMillis();
    }

    void turnEnded() {
        if (context.isClosing()) {
            closeNow(false);
        } else {
            output.flushWhenDue();
        }
    }

    private void admit(AreaSession session, MemberId frontEnd) {
        output.flush();
        visitors.add(new Visitors.Visitor(session, frontEnd));
        if (!session.userId().isEmpty()) {
            channel().add(session.userId());
        }
    }

    private CompletableFuture<byte[]> closeBehindTurns(boolean saving) {
        turns.lastTurn(() -> closeNow(saving));
        return closed;
    }

    private void closeNow(boolean saving) {
        if (closed.isDone()) {
            return;
        }
        stopClocks();
        byte[] saved = saving ? saved() : NOTHING;
        if (saved.length == 0) {
            turns.guarded("onClose", () -> {
                if (state != null) {
                    behavior.onClose(state, context);
                }
            });
        }
        output.flush();
        if (!saving) {
            visitors.sessions().forEach(this::leaveChannel);
        }
        visitors.clear();
        output.drop();
        host.closed(this, saving);
        closed.complete(saved);
    }

    private byte[] saved() {
        byte[][] saved = {NOTHING};
        turns.guarded("onSave", () -> saved[0] = state == null ? luggage : behavior.onSave(state, context));
        return saved[0];
    }

    private void stopClocks() {
        context.endTimers();
        tickDrivers.forEach(host.surroundings().wheel()::remove);
    }

    /** A user with another session in the area stays in the channel. */
    private void leaveChannel(Session session) {
        if (visitors.count() == 0 || !visitors.isUser(session.userId())) {
            channel().leave(session.userId());
        }
    }
}
