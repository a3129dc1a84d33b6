package org.shaddock.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
    void shouldPassOverAFailureWithoutAReason() throws InterruptedException {
        said("Exception while deploying the app [shaddock]");

        assertThat(watch.isOverWithin(0)).isFalse();
    }

    private void said(String message) {
        watch.accept(new LogEntry("INFO", "server", message));
    }
}
