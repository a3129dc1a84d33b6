package org.shaddock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.shaddock.api.Client;
import org.shaddock.api.Connectors.ConnectorAddress;
import org.shaddock.testing.Json;
import org.shaddock.testing.RecordingConnection;
import org.shaddock.testing.ServerFixture;
import org.shaddock.testing.TestClient;

class FrameworkTest {

    private static final String NAME = "org.shaddock:type=Operator,name=\"m\"";

    @Test
    void shouldSendClientsOfAGateToTheAddressTheyDialled() {
        ServerFixture server = ServerFixture.with().start();

        assertThat(server.framework().connectors().choose(server.enter().view(), "ann"))
                .isEqualTo(new ConnectorAddress("game.example", 8080));
    }

    @Test
    void shouldSendClientsOfAGateToThePublicAddress() {
        ServerFixture server = ServerFixture.with()
                .set("connector.public-host", "play.example")
                .set("connector.public-port", 443)
                .start();

        assertThat(server.framework().connectors().choose(server.enter().view(), "ann"))
                .isEqualTo(new ConnectorAddress("play.example", 443));
    }

    @Test
    void shouldRunUntilItIsStopped() {
        ServerFixture server = ServerFixture.with().start();
        assertThat(server.framework().isRunning()).isTrue();

        server.framework().stop();

        assertThat(server.framework().isRunning()).isFalse();
    }

    @Test
    void shouldBlockWhatTheOperatorBlocksAndKickWhoIsThere() {
        ServerFixture server = ServerFixture.with().start();
        TestClient near = server.enter(at("203.0.113.7"));
        TestClient far = server.enter(at("198.51.100.7"));
        TestClient unknown = server.enter(at(""));
        OperatorBean operator = OperatorBean.register(server.framework(), server.counters, Json.CODEC);

        assertThat(operator.blockAddress("203.0.113.0/24")).isOne();

        assertThat(near.log()).containsExactly("KICK {\"reason\":\"address blocked\"}", "CLOSE NORMAL address blocked");
        assertThat(far.log()).isEmpty();
        assertThat(unknown.log()).isEmpty();
        assertThat(operator.getBlockedAddresses()).containsExactly("203.0.113.0/24");
        assertThat(operator.unblockAddress("203.0.113.9/24")).isTrue();
        operator.unregister();
    }

    @Test
    void shouldShowItsFiguresAsAnMBean() throws Exception {
        ServerFixture server = ServerFixture.with().start();
        server.enter().view().bind("ann");
        OperatorBean operator = OperatorBean.register(server.framework(), server.counters, Json.CODEC);
        ObjectName name = new ObjectName(NAME);

        assertThat(ManagementFactory.getPlatformMBeanServer().getAttribute(name, "Sessions"))
                .isEqualTo(1);
        assertThat(ManagementFactory.getPlatformMBeanServer()
                        .invoke(name, "kickUser", new Object[] {"ann", "out"}, new String[] {
                            String.class.getName(), String.class.getName()
                        }))
                .isEqualTo(1);

        operator.unregister();
        assertThat(ManagementFactory.getPlatformMBeanServer().isRegistered(name))
                .isFalse();
    }

    @Test
    void shouldTakeThePlaceOfAnMBeanThatWasLeftBehind() throws Exception {
        ServerFixture old = ServerFixture.with().start();
        ServerFixture fresh = ServerFixture.with().start();
        fresh.enter();
        OperatorBean.register(old.framework(), old.counters, Json.CODEC);
        OperatorBean operator = OperatorBean.register(fresh.framework(), fresh.counters, Json.CODEC);

        assertThat(ManagementFactory.getPlatformMBeanServer().getAttribute(new ObjectName(NAME), "Sessions"))
                .isEqualTo(1);
        operator.unregister();
    }

    private static RecordingConnection at(String address) {
        return new RecordingConnection(new Client(address, "game.example", 8080, false));
    }
}
