package org.shaddock.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shaddock.api.AreaId;
import org.shaddock.api.SessionId;

class WorkTest {

    private static final SessionId SESSION = new SessionId("m", 7);
    private static final AreaId AREA = new AreaId("room", "lobby");
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void shouldKnowNothingAtFirst() {
        assertThat(Work.current()).isEqualTo(Work.NONE);
        assertThat(Work.current().fields()).isEmpty();
    }

    @Test
    void shouldNameWhatIsKnownAndOfTheTraceItsId() {
        Work work = Work.request(SESSION, "room.chatRoom.say").in(AREA).under(TRACE);

        assertThat(work.fields())
                .isEqualTo(Map.of(
                        "session", "m#7",
                        "route", "room.chatRoom.say",
                        "area", "room/lobby",
                        "trace", "4bf92f3577b34da6a3ce929d0e0e4736"));
    }

    @Test
    void shouldGoBackToWhatWasDoneBefore() {
        Work outer = Work.request(SESSION, "a.b.c");
        Work inner = outer.in(AREA);

        Work before = outer.enter();
        Work meanwhile = inner.enter();
        assertThat(Work.current()).isEqualTo(inner);
        meanwhile.resume();
        assertThat(Work.current()).isEqualTo(outer);
        before.resume();

        assertThat(Work.current()).isEqualTo(Work.NONE);
    }
}
