package org.shaddock.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An operator in the admin console, with a real browser; the screenshots stay under {@code target/node}. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
@Tag("soak")
class AdminConsoleIT {

    private static final Duration LIMIT = Duration.ofMinutes(16);

    @Deployment(testable = false)
    static EnterpriseArchive ear() {
        return Ears.real();
    }

    @Test
    void shouldShowLiveFiguresAndEndASession() {
        NodeTool.Run run = NodeTool.nodeWithBrowser(LIMIT, "browser/console.mjs");

        assertThat(run.exitCode()).as(run.output()).isZero();
    }
}
