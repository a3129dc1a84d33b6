package org.shaddock.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The JavaScript client's own tests, which bring a server of a few lines with them. */
class JavaScriptIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    @Test
    void shouldPassTheTestsOfTheClient() {
        NodeTool.Run run = NodeTool.node(LIMIT, "--test", "unit/");

        assertThat(run.exitCode()).as(run.output()).isZero();
    }

    @Test
    void shouldKeepToItsTypes() {
        NodeTool.Run run = NodeTool.node(LIMIT, "node_modules/typescript/bin/tsc", "--project", ".");

        assertThat(run.exitCode()).as(run.output()).isZero();
    }

    @Test
    void shouldSayWhenAProgramHasReachedItsLimit() {
        NodeTool.Run run = NodeTool.node(Duration.ofSeconds(1), "--eval", "setTimeout(() => {}, 60000)");

        assertThat(run.exitCode()).isEqualTo(137);
    }
}
