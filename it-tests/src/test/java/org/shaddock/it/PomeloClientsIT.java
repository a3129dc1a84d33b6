package org.shaddock.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shaddock.it.probe.ProbeHandler;

/** The clients that Pomelo's users have, unchanged, and our own, through everything the protocol offers. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class PomeloClientsIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    @Deployment(testable = false)
    static EnterpriseArchive ear() {
        return Ears.withGame(ShrinkWrap.create(JavaArchive.class, "probe.jar")
                .addPackage(ProbeHandler.class.getPackage())
                .addAsManifestResource("probe/microprofile-config.properties", "microprofile-config.properties")
                .addAsManifestResource("probe/dictionary.json", "shaddock/dictionary.json")
                .addAsManifestResource("probe/clientProtos.json", "shaddock/clientProtos.json")
                .addAsManifestResource("probe/serverProtos.json", "shaddock/serverProtos.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"original-client", "pomelo-client-websocket", "shaddock-client", "original-chat"})
    void shouldServeTheClient(String scenario) {
        NodeTool.Run run = NodeTool.node(LIMIT, "clients/" + scenario + ".mjs");

        assertThat(run.exitCode()).as(run.output()).isZero();
    }
}
