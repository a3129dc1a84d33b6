package org.shaddock.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Players meet in the world demo in real browsers; the screenshots stay under {@code target/node}. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class BrowserWorldIT {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Deployment(testable = false)
    static EnterpriseArchive ear() {
        return Ears.real();
    }

    @Test
    void shouldLetPlayersMeetFightTalkAndTravel() {
        NodeTool.Run run = NodeTool.nodeWithBrowser(LIMIT, "browser/world.mjs");

        assertThat(run.exitCode()).as(run.output()).isZero();
    }
}
