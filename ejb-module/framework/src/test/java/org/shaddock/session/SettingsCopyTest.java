package org.shaddock.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shaddock.api.Settings;
import org.shaddock.testing.Crowd;
import org.shaddock.testing.ServerFixture;
import org.shaddock.testing.TestClient;

class SettingsCopyTest {

    private final TestClient client = ServerFixture.with().start().enter();
    private final Settings copy = message();

    @Test
    void shouldShowOthersNothingUntilItIsPushed() {
        copy.set("room", "lobby");

        assertThat(copy.get("room", String.class)).contains("lobby");
        assertThat(message().asMap()).isEmpty();
    }

    @Test
    void shouldShowNewMessagesWhatWasPushed() {
        copy.set("room", "lobby").set("hp", 7).push("room");

        assertThat(message().asMap()).hasToString("{room=lobby}");
    }

    @Test
    void shouldPushEveryChangeAtOnce() {
        copy.set("room", "lobby").set("hp", 7).pushAll();

        assertThat(message().asMap()).containsOnlyKeys("room", "hp");
    }

    @Test
    void shouldLeaveKeysAloneThatItDoesNotPush() {
        Settings other = message();
        copy.set("room", "lobby").pushAll();
        other.set("hp", 7).pushAll();

        assertThat(message().asMap()).containsOnlyKeys("room", "hp");
    }

    @Test
    void shouldRemoveAKeyWhenItsRemovalIsPushed() {
        copy.set("room", "lobby").pushAll();
        Settings other = message();
        other.remove("room").pushAll();

        assertThat(message().asMap()).isEmpty();
        assertThat(copy.get("room", String.class)).contains("lobby");
    }

    @Test
    void shouldGiveNothingWhenAValueIsOfAnotherType() {
        copy.set("hp", 7);

        assertThat(copy.get("hp", String.class)).isEmpty();
        assertThat(copy.get("mp", Integer.class)).isEmpty();
    }

    @Test
    void shouldRefuseNull() {
        assertThatNullPointerException().isThrownBy(() -> copy.set("hp", null)).withMessage("hp");
    }

    @Test
    void shouldGiveAMapThatCannotBeChanged() {
        assertThatThrownBy(() -> copy.asMap().put("a", 1)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void shouldBeTheSameCopyThroughoutAMessage() {
        var session = client.view();
        session.settings().set("hp", 7);

        assertThat(session.settings().get("hp", Integer.class)).contains(7);
    }

    @Test
    void shouldLoseNoKeyWhenManyPushAtOnce() throws Exception {
        Crowd.run(8, n -> IntStream.range(0, 100)
                .forEach(i -> message().set(n + ":" + i, i).pushAll()));

        assertThat(message().asMap()).hasSize(800);
    }

    private Settings message() {
        return client.view().settings();
    }
}
