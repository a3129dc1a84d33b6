package org.shaddock.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @Test
    void shouldTakeTheWantedHttpPortWhenItIsFree() throws Exception {
        int free = Ports.allocate("127.0.0.1", 0).http();

        assertThat(Ports.allocate("127.0.0.1", free).http()).isEqualTo(free);
    }

    @Test
    void shouldNeverGiveTheSamePortTwice() throws Exception {
        Ports ports = Ports.allocate("127.0.0.1", 0);

        assertThat(IntStream.of(
                        ports.http(),
                        ports.https(),
                        ports.admin(),
                        ports.iiop(),
                        ports.iiopSsl(),
                        ports.iiopMutual(),
                        ports.jmx(),
                        ports.jms(),
                        ports.hazelcast()))
                .doesNotHaveDuplicates()
                .allMatch(port -> port >= 18_000 && port <= 32_000);
    }

    @Test
    void shouldGiveEachOfSeveralServersPortsOfItsOwn() throws Exception {
        int free = Ports.allocate("127.0.0.1", 0).http();
        List<Ports> any = Ports.allocate("127.0.0.1", 0, 3);

        assertThat(any.stream().flatMapToInt(ports -> IntStream.of(ports.http(), ports.jmx(), ports.hazelcast())))
                .doesNotHaveDuplicates();
        assertThat(Ports.allocate("127.0.0.1", free, 2)).extracting(Ports::http).containsExactly(free, free + 1);
    }

    @Test
    void shouldRefuseAFirstPortAfterWhichThereAreTooFew() {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> Ports.allocate("127.0.0.1", 65_534, 3))
                .withMessage(
                        "-Dshaddock.http.port=65534 cannot be used: give a lower one: each of 3 servers takes a port.");
    }

    @Test
    void shouldSayWhatToDoWhenTheHttpPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, LOOPBACK)) {
            assertThatExceptionOfType(LaunchException.class)
                    .isThrownBy(() -> Ports.allocate("127.0.0.1", taken.getLocalPort()))
                    .withMessage(
                            "Port %d on 127.0.0.1 is taken: stop what listens there, or choose another port with"
                                    + " -Dshaddock.http.port=<port>.",
                            taken.getLocalPort());
        }
    }

    @Test
    void shouldRefuseAHostThatIsNotOne() {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> Ports.allocate("no host", 1))
                .withMessageStartingWith("shaddock.http.host=no host is not an address of this machine");
    }

    @Test
    void shouldPassOverPortsThatAreTaken() throws Exception {
        int first = new FreePorts(LOOPBACK, 30_000).next();
        try (ServerSocket taken = new ServerSocket(first, 1, LOOPBACK)) {
            assertThat(new FreePorts(LOOPBACK, first).next()).isGreaterThan(taken.getLocalPort());
        }
    }

    @Test
    void shouldGiveUpWhenNoPortIsLeft() {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> new FreePorts(LOOPBACK, 32_001).next())
                .withMessageStartingWith("No free TCP port is left below 32000");
    }
}
