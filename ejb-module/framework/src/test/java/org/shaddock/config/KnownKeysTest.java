package org.shaddock.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KnownKeysTest {

    private final KnownKeys keys = new KnownKeys(
            "shaddock.", List.of("shaddock.handler.threads", "shaddock.handler.serial", "shaddock.member"));

    @Test
    void shouldNameTheNearestKeyWhenOneIsUnknown() {
        assertThat(keys.warnings(List.of("shaddock.handler.treads")))
                .containsExactly("The setting shaddock.handler.treads is unknown and has no effect;"
                        + " did you mean shaddock.handler.threads?");
    }

    @Test
    void shouldSayNothingOfKnownAndForeignKeys() {
        assertThat(keys.warnings(List.of("shaddock.member", "java.home", "shaddockish.key")))
                .isEmpty();
    }

    @Test
    void shouldWarnOnceAndInOrderWhenSeveralAreUnknown() {
        assertThat(keys.warnings(List.of("shaddock.z", "shaddock.a", "shaddock.z")))
                .hasSize(2)
                .isSorted();
    }
}
