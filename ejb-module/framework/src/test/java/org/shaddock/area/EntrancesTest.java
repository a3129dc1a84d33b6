package org.shaddock.area;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shaddock.api.AreaId;
import org.shaddock.api.SessionId;

class EntrancesTest {

    private static final SessionId ANN = new SessionId("m1", 1);
    private static final AreaId LOBBY = new AreaId("room", "lobby");
    private static final AreaId CELLAR = new AreaId("room", "cellar");

    private final Entrances entrances = new Entrances();

    @Test
    void shouldBeOpenUntilItHasEnded() {
        Entrances.Entrance entrance = entrances.begin(ANN, LOBBY);
        boolean before = entrances.isOpen(ANN, LOBBY);
        entrances.end(ANN, entrance);

        assertThat(before).isTrue();
        assertThat(entrances.isAnyOpen(ANN)).isFalse();
    }

    @Test
    void shouldStayOpenWhenAnEarlierAttemptEnds() {
        Entrances.Entrance first = entrances.begin(ANN, LOBBY);
        entrances.begin(ANN, LOBBY);
        entrances.end(ANN, first);

        assertThat(entrances.isOpen(ANN, LOBBY)).isTrue();
    }

    @Test
    void shouldBeOpenForTheLastAreaAlone() {
        entrances.begin(ANN, LOBBY);
        entrances.begin(ANN, CELLAR);

        assertThat(entrances.isOpen(ANN, LOBBY)).isFalse();
        assertThat(entrances.isOpen(ANN, CELLAR)).isTrue();
    }
}
