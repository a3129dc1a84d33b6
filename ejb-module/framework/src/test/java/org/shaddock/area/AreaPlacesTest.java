package org.shaddock.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.shaddock.api.AreaId;
import org.shaddock.api.Session;
import org.shaddock.cluster.MemberId;
import org.shaddock.testing.LogRecorder;

class AreaPlacesTest {

    private static final AreaId LOBBY = new AreaId("room", "lobby");
    private static final AreaId CELLAR = new AreaId("room", "cellar");

    private final RecordingBehavior behavior = new RecordingBehavior();
    private final AreaFixture areas = new AreaFixture(behavior);

    @Test
    void shouldEndWithWelcomeWhenSessionEnters() throws Exception {
        Session ann = areas.session("ann");

        assertThat(enter(ann, LOBBY).get()).isEqualTo("welcome ann");
        assertThat(areas.places.current(ann, "room")).contains(LOBBY);
    }

    @Test
    void shouldTellThoseAlreadyThereOnly() throws Exception {
        enter(areas.session("ann"), LOBBY).get();
        enter(areas.session("bob"), LOBBY).get();

        assertThat(areas.pushes).containsExactly("onAdd ann to []", "onAdd bob to [ann]");
    }

    @Test
    void shouldBeNowhereWhenKeptOut() {
        Session banned = areas.session("banned");

        assertThat(enter(banned, LOBBY)).isCompletedExceptionally();
        assertThat(areas.places.current(banned, "room")).isEmpty();
        assertThat(areas.channelMembers).isEmpty();
    }

    @Test
    void shouldLeaveFormerAreaWhenEnteringAnother() throws Exception {
        Session ann = areas.session("ann");
        enter(ann, LOBBY).get();

        enter(ann, CELLAR).get();

        assertThat(behavior.everything)
                .containsExactly("open room/lobby", "enter ann", "leave ann", "open room/cellar", "enter ann");
        assertThat(areas.channelMembers.get("area/room/lobby")).isEmpty();
    }

    @Test
    void shouldLeaveWhenSessionCloses() throws Exception {
        Session ann = areas.session("ann");
        enter(ann, LOBBY).get();

        areas.places.closed(ann, "disconnect");

        assertThat(behavior.everything).endsWith("leave ann");
        assertThat(areas.places.current(ann, "room")).isEmpty();
    }

    @Test
    void shouldNotStayWhenSessionClosesWhileEntering() {
        Session ann = areas.session("ann");
        areas.queueTurns();
        CompletableFuture<?> entering = enter(ann, LOBBY);
        areas.connected.remove(ann.id());
        areas.places.closed(ann, "disconnect");

        areas.runQueued();

        assertThat(entering).isCompleted();
        assertThat(behavior.everything).endsWith("leave ann");
        assertThat(areas.host.areas()).allMatch(area -> area.population() == 0);
    }

    @Test
    void shouldKeepUserInChannelWhenAnotherOfItsSessionsStays() throws Exception {
        Session phone = areas.session("ann");
        enter(phone, LOBBY).get();
        enter(areas.session("ann"), LOBBY).get();

        areas.places.closed(phone, "disconnect");

        assertThat(areas.channelMembers.get("area/room/lobby")).containsExactly("ann");
    }

    @Test
    void shouldJoinChannelWhenBoundAfterEntering() throws Exception {
        Session guest = areas.session("");
        enter(guest, LOBBY).get();

        areas.bind(guest, "ann");

        assertThat(areas.channelMembers.get("area/room/lobby")).containsExactly("ann");
    }

    @Test
    void shouldSayInTheLogWhenWhatAnAreaHasSavedCannotBeMoved() {
        try (LogRecorder log = LogRecorder.of(AreaPeers.class)) {
            CompletableFuture<?> carried = areas.places.carry(new MemberId("m2", "gone"), LOBBY, 7, new byte[] {1});

            assertThat(carried).isCompleted();
            assertThat(log.lines())
                    .containsExactly("WARNING: Area room/lobby begins anew: what it has saved did not reach member m2."
                            + " m2 is not there or does not keep up.");
        }
    }

    private CompletableFuture<Object> enter(Session session, AreaId area) {
        return areas.places.enter(session, area).toCompletableFuture();
    }
}
