package org.shaddock.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaddock.api.AreaId;

class FencesTest {

    private static final AreaId LOBBY = new AreaId("room", "lobby");

    private final Fences fences = new Fences();

    @Test
    void shouldAdmitWhatComesFromNoArea() {
        assertThat(fences.admits(Outgoing.reliable(new byte[1]))).isTrue();
    }

    @Test
    void shouldAdmitTheOwnerAgainAndAgain() {
        assertThat(fences.admits(from(5))).isTrue();
        assertThat(fences.admits(from(5))).isTrue();
    }

    @Test
    void shouldKeepOutTheFormerOwnerOnceTheNewOneHasSpoken() {
        fences.admits(from(6));

        assertThat(fences.admits(from(5))).isFalse();
    }

    @Test
    void shouldKeepOutTheFormerOwnerOnceTheTableNamesAnother() {
        fences.admits(from(5));
        fences.raise(LOBBY, 6);

        assertThat(fences.admits(from(5))).isFalse();
    }

    @Test
    void shouldForgetAnAreaThatIsForgotten() {
        fences.raise(LOBBY, 6);
        fences.forget(LOBBY);

        assertThat(fences.known(LOBBY)).isNull();
    }

    private static Outgoing from(long epoch) {
        return Outgoing.bundle(List.of(Outgoing.reliable(new byte[1])), new Origin(LOBBY, epoch));
    }
}
