package org.shaddock.area;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaId;
import org.shaddock.api.Areas;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.HandlerException;
import org.shaddock.api.Session;
import org.shaddock.api.SessionId;
import org.shaddock.cluster.MemberId;
import org.shaddock.flow.Causes;
import org.shaddock.flow.Printable;
import org.shaddock.remote.FrameReader;
import org.shaddock.remote.FrameWriter;
import org.shaddock.remote.Peers;
import org.shaddock.session.JsonCodec;

/**
 * What members ask one another about areas.
 *
 * <pre>
 * 1 enter      area, session's snapshot              answer: 1 and the welcome as JSON; 0 if the area is not there
 * 2 come back  area, number, snapshots               answer: 1, number, a {@link Comeback} each; 0 if the area is not there
 * 3 leave      area, session                         none
 * 4 luggage    area, epoch, what it has saved        answer: nothing
 * 5 let in     session, area                         answer: the welcome as JSON; asked of the session's own member
 * 6 let out    session, area's type                  answer: nothing; the same
 *
 * area   type, name      session   member's name, number
 * </pre>
 */
final class AreaPeers {

    static final String SERVICE = "area";

    private static final Logger LOG = System.getLogger(AreaPeers.class.getName());
    private static final int ENTER = 1;
    private static final int COME_BACK = 2;
    private static final int LEAVE = 3;
    private static final int LUGGAGE = 4;
    private static final int LET_IN = 5;
    private static final int LET_OUT = 6;
    private static final int ABSENT = 0;
    private static final int DONE = 1;
    private static final int USUAL_BYTES = 256;
    private static final byte[] NOTHING = {};

    private final Peers peers;
    private final AreaHost host;
    private final SessionPort sessions;
    private final JsonCodec json;

    AreaPeers(Peers peers, AreaHost host, SessionPort sessions, JsonCodec json) {
        this.peers = peers;
        this.host = host;
        this.sessions = sessions;
        this.json = json;
    }

    /** @param places lets sessions of this member into areas for others */
    void serve(Areas places) {
        peers.serve(SERVICE, (from, payload) -> answer(from, new FrameReader(payload), places));
    }

    /** Ends with the welcome as JSON text. */
    CompletableFuture<@Nullable Object> enter(MemberId owner, AreaId area, Session session) {
        byte[] question =
                area(start(ENTER), area).block(sessions.snapshot(session)).toBytes();
        return peers.ask(owner, SERVICE, question)
                .thenApply(answer -> welcome(present(answer, area).rest()));
    }

    CompletableFuture<List<Comeback>> comeBack(MemberId owner, AreaId area, Collection<Session> returning) {
        FrameWriter question = area(start(COME_BACK), area).number(returning.size());
        returning.forEach(session -> question.block(sessions.snapshot(session)));
        return peers.ask(owner, SERVICE, question.toBytes()).thenApply(answer -> comebacks(present(answer, area)));
    }

    void leave(MemberId owner, AreaId area, SessionId session) {
        peers.tell(owner, SERVICE, session(area(start(LEAVE), area), session).toBytes());
    }

    /** Ends when it is there, or cannot be brought there; then the area begins anew, and the log says so. */
    CompletableFuture<?> luggage(MemberId to, AreaId area, long epoch, byte[] saved) {
        byte[] question = area(start(LUGGAGE), area).number(epoch).block(saved).toBytes();
        return peers.ask(to, SERVICE, question).exceptionally(error -> {
            if (saved.length > 0) {
                LOG.log(
                        Level.WARNING,
                        "Area {0} begins anew: what it has saved did not reach member {1}. {2}",
                        Printable.of(area),
                        to.name(),
                        Causes.peel(error).getMessage());
            }
            return NOTHING;
        });
    }

    CompletableFuture<@Nullable Object> letIn(MemberId frontEnd, SessionId session, AreaId area) {
        return peers.ask(
                        frontEnd,
                        SERVICE,
                        area(session(start(LET_IN), session), area).toBytes())
                .thenApply(welcome -> welcome);
    }

    CompletableFuture<Void> letOut(MemberId frontEnd, SessionId session, String type) {
        return peers.ask(
                        frontEnd,
                        SERVICE,
                        session(start(LET_OUT), session).text(type).toBytes())
                .thenAccept(out -> {});
    }

    private CompletionStage<byte[]> answer(MemberId from, FrameReader in, Areas places) {
        return switch (in.u8()) {
            case ENTER -> entered(area(in), sessions.remote(from, in.block()), from);
            case COME_BACK -> cameBack(area(in), snapshots(in, from), from);
            case LEAVE -> left(area(in), session(in));
            case LUGGAGE -> arrived(area(in), in.number(), in.block());
            case LET_IN -> letIn(session(in), area(in), places);
            default -> letOut(session(in), in.text(), places);
        };
    }

    private CompletionStage<byte[]> entered(AreaId area, Session session, MemberId frontEnd) {
        return host.turn(area, "onEnter", open -> open.enter(session, frontEnd))
                .thenApply(welcome -> done(welcome == null ? NOTHING : json.write(welcome)))
                .exceptionally(AreaPeers::absentOrFailed);
    }

    private CompletionStage<byte[]> cameBack(AreaId area, List<Session> returning, MemberId frontEnd) {
        return all(returning.stream()
                        .map(session -> comeBack(area, session, frontEnd))
                        .toList())
                .thenApply(AreaPeers::done)
                .exceptionally(AreaPeers::absentOrFailed);
    }

    /** One session's way back to an area of this member. */
    CompletableFuture<Comeback> comeBack(AreaId area, Session session, MemberId frontEnd) {
        return host.turn(area, "onReturn", open -> open.comeBack(session, frontEnd))
                .thenApply(Comeback.class::cast)
                .exceptionally(error -> {
                    if (Causes.peel(error) instanceof AreaAbsentException absent) {
                        throw absent;
                    }
                    return Comeback.REFUSED;
                });
    }

    /** Ends when all have; fails like one that failed. */
    static CompletableFuture<List<Comeback>> all(List<CompletableFuture<Comeback>> returning) {
        return CompletableFuture.allOf(returning.toArray(CompletableFuture<?>[]::new))
                .thenApply(
                        done -> returning.stream().map(CompletableFuture::join).toList());
    }

    private CompletionStage<byte[]> left(AreaId area, SessionId session) {
        return host.leave(area, session).thenApply(gone -> NOTHING);
    }

    private CompletionStage<byte[]> arrived(AreaId area, long epoch, byte[] saved) {
        host.luggageArrived(area, epoch, saved);
        return CompletableFuture.completedFuture(NOTHING);
    }

    private CompletionStage<byte[]> letIn(SessionId id, AreaId area, Areas places) {
        Session session = sessions.find(id);
        return session == null
                ? CompletableFuture.failedFuture(gone(id))
                : places.enter(session, area).thenApply(welcome -> welcome == null ? NOTHING : json.write(welcome));
    }

    private CompletionStage<byte[]> letOut(SessionId id, String type, Areas places) {
        Session session = sessions.find(id);
        return session == null
                ? CompletableFuture.completedFuture(NOTHING)
                : places.leave(session, type).thenApply(out -> NOTHING);
    }

    private List<Session> snapshots(FrameReader in, MemberId from) {
        List<Session> found = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            found.add(sessions.remote(from, in.block()));
        }
        return found;
    }

    private static HandlerException gone(SessionId id) {
        return new HandlerException(ErrorCode.FAILED, "Session " + id + " has ended.");
    }

    /** An area that says nothing to a newcomer says nothing here, too. */
    private static @Nullable Object welcome(byte[] json) {
        return json.length == 0 ? null : json;
    }

    private static byte[] absentOrFailed(Throwable error) {
        if (Causes.peel(error) instanceof AreaAbsentException) {
            return new byte[] {ABSENT};
        }
        throw new CompletionException(Causes.peel(error));
    }

    private static FrameReader present(byte[] answer, AreaId area) {
        FrameReader in = new FrameReader(answer);
        if (in.u8() == ABSENT) {
            throw new AreaAbsentException(area);
        }
        return in;
    }

    private static byte[] done(byte[] answer) {
        return start(DONE).rest(answer).toBytes();
    }

    private static byte[] done(List<Comeback> comebacks) {
        FrameWriter out = start(DONE).number(comebacks.size());
        comebacks.forEach(comeback -> out.u8(comeback.code()));
        return out.toBytes();
    }

    private static List<Comeback> comebacks(FrameReader in) {
        List<Comeback> found = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            found.add(Comeback.of(in.u8()));
        }
        return found;
    }

    private static FrameWriter start(int kind) {
        return new FrameWriter(USUAL_BYTES).u8(kind);
    }

    private static FrameWriter area(FrameWriter out, AreaId area) {
        return out.text(area.type()).text(area.name());
    }

    private static AreaId area(FrameReader in) {
        return new AreaId(in.text(), in.text());
    }

    private static FrameWriter session(FrameWriter out, SessionId id) {
        return out.text(id.member()).number(id.number());
    }

    private static SessionId session(FrameReader in) {
        return new SessionId(in.text(), in.number());
    }
}
