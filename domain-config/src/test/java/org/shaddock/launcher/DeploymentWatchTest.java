package org.shaddock.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentWatchTest {

    private final DeploymentWatch watch = new DeploymentWatch();

    @Test
    void shouldWaitWhileNothingIsSaidOfADeployment() throws InterruptedException {
        said("Loading application [shaddock#shaddock-connector.war] at [/]");

        assertThat(watch.isOverWithin(1)).isFalse();
    }

    @Test
    void shouldKnowThatTheApplicationIsDeployed() throws InterruptedException {
        said("shaddock was successfully deployed in 6,698 milliseconds.");

        assertThat(watch.isOverWithin(0)).isTrue();
        assertThat(watch.failure()).isEmpty();
    }

    @Test
    void shouldKeepTheFirstReasonOfAFailure() throws InterruptedException {
        said("Exception while deploying the app [shaddock] : shaddock.port=x is not a number\nNote: more");
        said("Boot Command deploy failed PlainTextActionReporterFAILUREDescription: deploy AdminCommand");

        assertThat(watch.isOverWithin(0)).isTrue();
        assertThat(watch.failure()).contains("shaddock.port=x is not a number");
    }

    @Test
    void shouldTakeTheCauseAloneFromWhatTheContainerWrapsAroundIt() {
        said(
                "Exception while loading the app : CDI deployment failure:a is 'b', but must be c. -- a is 'b', but must be c.");

        assertThat(watch.failure()).contains("a is 'b', but must be c.");
    }

    @ParameterizedTest
    @CsvSource({
        "Exception while loading the app, true",
        "Exception during lifecycle processing, true",
        "Exception while deploying the app [shaddock] : reason, true",
        "Boot Command deploy failed reason, true",
        "The setting shaddock.x is unknown, false",
        "Exception while serving a client, false",
    })
    void shouldKnowWhatOnlyRepeatsThatADeploymentFails(String message, boolean repeats) {
        assertThat(DeploymentWatch.isAboutFailure(new LogEntry("SEVERE", "server", message)))
                .isEqualTo(repeats);
    }

    @Test
    void shouldPassOverAFailureWithoutAReason() throws InterruptedException {
        said("Exception while deploying the app [shaddock]");

        assertThat(watch.isOverWithin(0)).isFalse();
    }

    private void said(String message) {
        watch.accept(new LogEntry("INFO", "server", message));
    }
}
