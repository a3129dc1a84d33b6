package org.shaddock.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shaddock.load.WorldBots;

/** A thousand bots play the world demo: nobody is thrown out, and everybody is told everything. */
@Tag("soak")
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class WorldBotsIT {

    private static final int BOTS = 1_000;
    private static final int SECONDS = 60;
    /** Few, for this is no test of speed. */
    private static final int VIEWS_EACH = 10;

    @Deployment(testable = false)
    static EnterpriseArchive ear() {
        return Ears.real();
    }

    @Test
    void shouldLoseNoPushWhenAThousandHeroesPlay() throws InterruptedException {
        WorldBots.Report report = WorldBots.run(
                "--url", "" + TestServer.webSocketUri(), "--players", "" + BOTS, "--seconds", "" + SECONDS);

        assertThat(report.losses()).isEmpty();
        assertThat(report.missed()).isZero();
        assertThat(report.views()).isGreaterThan(BOTS * VIEWS_EACH);
    }
}
