package org.shaddock.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A thousand clients who do nothing cost little, are still there afterwards, and miss nothing of what is then said. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class IdleCrowdIT {

    private static final int CLIENTS = 1000;
    private static final int ROOMS = 20;
    private static final long BUDGET_BYTES = 32 * 1024;

    private final List<PomeloClient> crowd = new ArrayList<>();

    @Deployment(testable = false)
    static EnterpriseArchive ear() {
        return Ears.real();
    }

    @Test
    void shouldDeliverEverythingToClientsThatWereIdle() throws Exception {
        shouldServeCrowdThatIsIdleFor(Duration.ofSeconds(10));
    }

    @Test
    @Tag("soak")
    void shouldDeliverEverythingToClientsThatWereIdleForAMinute() throws Exception {
        shouldServeCrowdThatIsIdleFor(Duration.ofMinutes(1));
    }

    private void shouldServeCrowdThatIsIdleFor(Duration idle) throws Exception {
        try (Operator operator = Operator.connect()) {
            warmUp();
            long before = operator.usedHeapBytes();
            for (int i = 0; i < CLIENTS; i++) {
                crowd.add(PomeloClient.connect(TestServer.uri()));
            }
            Thread.sleep(idle.toMillis());
            long bytesEach = (operator.usedHeapBytes() - before) / CLIENTS;
            System.out.printf("Heap of an idle session: %.1f KiB (%d sessions)%n", bytesEach / 1024.0, CLIENTS);

            assertThat(crowd).allMatch(PomeloClient::isOpen);
            assertThat(bytesEach).isLessThan(BUDGET_BYTES);
            chat();
        } finally {
            crowd.forEach(PomeloClient::vanish);
        }
    }

    /** What the first connections and messages load and keep is not the price of a session. */
    private static void warmUp() {
        try (Guest first = Guest.enter("first", "warm-up");
                Guest second = Guest.enter("second", "warm-up")) {
            first.say("hello", Guest.EVERYBODY);
            second.hear();
        }
    }

    private void chat() {
        for (int i = 0; i < CLIENTS; i++) {
            crowd.get(i).ask(Guest.ENTER, Map.of("username", "guest " + i, "rid", "room " + i % ROOMS));
        }
        for (int i = 0; i < CLIENTS; i++) {
            Map<String, Object> message = Map.of("rid", "", "content", "hello from " + i, "from", "", "target", "*");
            crowd.get(i).ask(Guest.SEND, message);
        }
        for (int i = 0; i < CLIENTS; i++) {
            List<Object> heard = new ArrayList<>();
            for (int n = 0; n < CLIENTS / ROOMS; n++) {
                heard.add(crowd.get(i).push("onChat").get("msg"));
            }
            assertThat(heard).containsExactlyElementsOf(saidIn(i % ROOMS));
        }
    }

    private static List<Object> saidIn(int room) {
        List<Object> said = new ArrayList<>();
        for (int i = room; i < CLIENTS; i += ROOMS) {
            said.add("hello from " + i);
        }
        return said;
    }
}
