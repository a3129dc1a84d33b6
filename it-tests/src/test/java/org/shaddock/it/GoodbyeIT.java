package org.shaddock.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shaddock.runtime.ShaddockServer;

/** An application that goes says so to its clients, comes back working, and leaves nothing behind. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class GoodbyeIT {

    private static final String APP = "goodbye";
    private static final int GOING_AWAY = 1001;
    private static final int TIMES = 5;

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = APP, managed = false, testable = false)
    static EnterpriseArchive ear() {
        return Ears.real();
    }

    @Test
    void shouldSayGoodbyeEachTimeItGoesAndLeaveNothingBehind() {
        for (int i = 0; i < TIMES; i++) {
            deployer.deploy(APP);
            Guest ann = Guest.enter("ann", "room");
            PomeloClient silent = PomeloClient.connect(TestServer.uri());

            deployer.undeploy(APP);

            assertThat(ann.client().closed().code()).isEqualTo(GOING_AWAY);
            assertThat(silent.closed().code()).isEqualTo(GOING_AWAY);
        }
        try (Operator operator = Operator.connect()) {
            assertThat(operator.instances(ShaddockServer.class.getName())).isLessThanOrEqualTo(2);
        }
    }
}
