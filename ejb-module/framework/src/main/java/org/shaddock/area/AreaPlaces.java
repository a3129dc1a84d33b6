package org.shaddock.area;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaId;
import org.shaddock.api.Areas;
import org.shaddock.api.Channels;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.HandlerException;
import org.shaddock.api.Session;
import org.shaddock.cluster.ClusterListener;
import org.shaddock.cluster.ClusterView;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberId;
import org.shaddock.placement.Directory;
import org.shaddock.placement.Placement;
import org.shaddock.remote.Peers;
import org.shaddock.session.JsonCodec;
import org.shaddock.session.SessionListener;

/**
 * Which of this member's sessions are in which areas, wherever these are held. When an area has moved, or was lost and is open
 * elsewhere, its sessions are brought there without having asked for it, before any of their further messages.
 */
public final class AreaPlaces implements Areas, SessionListener, Directory.Listener, ClusterListener {

    /** Pushed to a session whose area was lost and is open anew: {@code {"type":…, "name":…}}. */
    public static final String REOPENED = "onAreaReopened";

    /** Pushed to a session that its area has not taken back: {@code {"type":…, "name":…}}. */
    public static final String LEFT = "onAreaLeft";

    private final AreaHost host;
    private final AreaGateway gateway;
    private final AreaPeers areaPeers;
    private final Network network;
    private final SessionPort sessions;
    private final Predicate<String> isType;
    private final PlaceBook book = new PlaceBook();
    private final Entrances entrances = new Entrances();

    /** @param isType whether the deployment has areas of a type, on whichever members */
    public AreaPlaces(
            AreaHost host, AreaGateway gateway, SessionPort sessions, Predicate<String> isType, Network network) {
        this.host = host;
        this.gateway = gateway;
        this.sessions = sessions;
        this.isType = isType;
        this.network = network;
        this.areaPeers = new AreaPeers(network.peers(), host, sessions, network.json());
        this.areaPeers.serve(this);
    }

    @Override
    public CompletionStage<@Nullable Object> enter(Session session, AreaId area) {
        Session plain = AreaSession.inner(session);
        if (!isType.test(area.type())) {
            return CompletableFuture.failedFuture(unknownType(area));
        }
        return sessions.frontEnd(plain)
                .map(frontEnd -> areaPeers.letIn(frontEnd, plain.id(), area))
                .orElseGet(() -> enterHere(plain, area));
    }

    @Override
    public CompletionStage<Void> open(AreaId area) {
        return isType.test(area.type())
                ? gateway.locate(area).thenAccept(placement -> {})
                : CompletableFuture.failedFuture(unknownType(area));
    }

    @Override
    public CompletionStage<Void> leave(Session session, String type) {
        Session plain = AreaSession.inner(session);
        return sessions.frontEnd(plain)
                .map(frontEnd -> areaPeers.letOut(frontEnd, plain.id(), type))
                .orElseGet(() -> leaveHere(plain, type));
    }

    @Override
    public Optional<AreaId> current(Session session, String type) {
        return sessions.frontEnd(AreaSession.inner(session)).isEmpty()
                ? book.find(session.id(), type).map(PlaceBook.Place::area)
                : host.areas().stream()
                        .filter(area ->
                                area.id().type().equals(type) && area.visitors().contains(session.id()))
                        .map(LocalArea::id)
                        .findFirst();
    }

    /**
     * Does something in the area of a type that a session of this member is in, wherever that is held.
     *
     * @param attempt as for {@link AreaGateway#reach}
     */
    public <T> CompletableFuture<T> inCurrent(
            Session session, String type, Function<PlacedArea, CompletableFuture<T>> attempt) {
        Optional<PlaceBook.Place> found = book.find(session.id(), type);
        if (found.isEmpty()) {
            return CompletableFuture.failedFuture(nowhere(type));
        }
        PlaceBook.Place place = found.get();
        return gateway.reach(
                place.area(),
                placement -> place.epoch() == placement.epoch()
                        ? attempt.apply(new PlacedArea(place.area(), placement.member()))
                        : bringBack(placement, place.area(), List.of(session))
                                .thenCompose(back -> attempt.apply(new PlacedArea(place.area(), placement.member()))));
    }

    private static HandlerException unknownType(AreaId area) {
        return new HandlerException(ErrorCode.FAILED, "There is no area type '" + area.type() + "'.");
    }

    /** Why a message to a type cannot be delivered. */
    public static HandlerException nowhere(String type) {
        return new HandlerException(ErrorCode.FAILED, "You are in no area of type '" + type + "': enter one first.");
    }

    /** Brings what an area saves to another member: the host's {@link Carrier}. */
    public CompletableFuture<?> carry(MemberId to, AreaId area, long epoch, byte[] saved) {
        return areaPeers.luggage(to, area, epoch, saved);
    }

    @Override
    public void bound(Session session, String userId) {
        book.of(session.id()).forEach(place -> bringBackSoon(place.area(), List.of(session)));
    }

    @Override
    public void closed(Session session, String reason) {
        for (PlaceBook.Place place : book.removeAll(session.id())) {
            CompletableFuture<?> unused = leave(place.area(), session);
        }
    }

    @Override
    public void changed(AreaId area, Placement placement) {
        Collection<PlaceBook.Place> outdated = book.outdated(area, placement.epoch());
        if (placement.isOpen()) {
            if (!isHere(placement)) {
                host.elsewhere(area, placement.epoch());
            }
            bringBackSoon(area, connected(outdated));
        } else {
            book.in(area).stream()
                    .filter(place -> place.epoch() <= placement.epoch())
                    .forEach(book::remove);
        }
    }

    @Override
    public void left(Member member, ClusterView view) {
        host.frontEndLost(member.id());
    }

    @Override
    public void reborn(MemberId previous, ClusterView view) {
        host.reborn();
        host.frontEndLost(previous);
        book.forgetEpochs().forEach(area -> bringBackSoon(area, connected(book.in(area))));
    }

    private CompletableFuture<@Nullable Object> enterHere(Session session, AreaId area) {
        Entrances.Entrance entrance = entrances.begin(session.id(), area);
        CompletableFuture<@Nullable Object> welcome = leaveHere(session, area.type())
                .thenCompose(left -> gateway.reach(area, placement -> enterAt(placement, area, session)))
                .thenApply(entered -> settle(session, area, entered));
        return welcome.whenComplete((said, error) -> {
            entrances.end(session.id(), entrance);
            boolean hasAskedAgain = entrances.isOpen(session.id(), area) || isAt(area, session);
            if (error != null && !hasAskedAgain) {
                CompletableFuture<?> unused = leave(area, session);
            }
        });
    }

    private boolean isAt(AreaId area, Session session) {
        return book.find(session.id(), area.type())
                .filter(place -> place.area().equals(area))
                .isPresent();
    }

    private CompletableFuture<Entered> enterAt(Placement placement, AreaId area, Session session) {
        CompletableFuture<@Nullable Object> welcome = isHere(placement)
                ? host.turn(area, "onEnter", open -> open.enter(session, placement.member()))
                : areaPeers.enter(placement.member(), area, session);
        return welcome.thenApply(said -> new Entered(said, placement.epoch()));
    }

    /** A session that ended while it was let in is taken out again; an area that moved meanwhile is followed. */
    private @Nullable Object settle(Session session, AreaId area, Entered entered) {
        book.put(session.id(), area, entered.epoch());
        if (sessions.find(session.id()) == null) {
            closed(session, "gone while entering");
        } else {
            joinChannel(session, area);
            changed(area, gateway.known(area));
        }
        return entered.welcome();
    }

    private CompletableFuture<Void> leaveHere(Session session, String type) {
        return book.remove(session.id(), type)
                .map(place -> leave(place.area(), session))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private CompletableFuture<Void> leave(AreaId area, Session session) {
        Placement placement = gateway.known(area);
        if (!placement.isOpen() || isHere(placement)) {
            return host.leave(area, session.id());
        }
        areaPeers.leave(placement.member(), area, session.id());
        return CompletableFuture.completedFuture(null);
    }

    private void bringBackSoon(AreaId area, List<Session> returning) {
        if (!returning.isEmpty()) {
            CompletableFuture<?> unused = gateway.reach(area, placement -> bringBack(placement, area, returning));
        }
    }

    private CompletableFuture<Void> bringBack(Placement placement, AreaId area, List<Session> returning) {
        CompletableFuture<List<Comeback>> back = isHere(placement)
                ? AreaPeers.all(returning.stream()
                        .map(session -> areaPeers.comeBack(area, session, placement.member()))
                        .toList())
                : areaPeers.comeBack(placement.member(), area, returning);
        return back.thenAccept(comebacks -> {
            for (int i = 0; i < Math.min(returning.size(), comebacks.size()); i++) {
                cameBack(returning.get(i), area, placement, comebacks.get(i));
            }
        });
    }

    private void cameBack(Session session, AreaId area, Placement placement, Comeback comeback) {
        boolean known = comeback == Comeback.REFUSED
                ? book.removeOutdated(session.id(), area, placement.epoch())
                : book.moved(session.id(), area, placement.epoch());
        if (!known) {
            takeOut(session, area, comeback);
            return;
        }
        if (comeback != Comeback.REFUSED) {
            joinChannel(session, area);
        }
        if (comeback == Comeback.ANEW || comeback == Comeback.REFUSED) {
            session.push(comeback == Comeback.ANEW ? REOPENED : LEFT, Map.of("type", area.type(), "name", area.name()));
        }
    }

    /**
     * The area has let its user into the channel already, unless its member does not know yet that the user is here, as when one
     * of the two was just born anew. Here that is known for certain.
     */
    private void joinChannel(Session session, AreaId area) {
        if (!session.userId().isEmpty()) {
            network.channels().create(AreaOutput.channelName(area)).add(session.userId());
        }
    }

    /** It has left while it was brought back. If it is coming in again, what its entering says counts. */
    private void takeOut(Session session, AreaId area, Comeback comeback) {
        if (comeback != Comeback.REFUSED && !isAt(area, session) && !entrances.isAnyOpen(session.id())) {
            CompletableFuture<?> unused = leave(area, session);
        }
    }

    private List<Session> connected(Collection<PlaceBook.Place> places) {
        return places.stream()
                .flatMap(place -> Stream.ofNullable(sessions.find(place.session())))
                .toList();
    }

    private boolean isHere(Placement placement) {
        return placement.member().equals(network.peers().self());
    }

    private record Entered(@Nullable Object welcome, long epoch) {}

    /**
     * The other members.
     *
     * @param peers asks them
     * @param json writes what areas say to newcomers
     * @param channels those of all members
     */
    public record Network(Peers peers, JsonCodec json, Channels channels) {}
}
