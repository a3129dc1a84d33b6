package org.shaddock.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class DomainTest {

    private static final Ports PORTS = new Ports(8090, 18001, 18002, 18003, 18004, 18005, 18006, 18007, 18008);

    @TempDir
    private Path directory;

    private Path payaraHome;

    @BeforeEach
    void unpackDistribution() throws IOException {
        payaraHome = directory.resolve("payara6");
        Path config = payaraHome.resolve("glassfish/domains/domain1/config");
        Files.createDirectories(config);
        try (InputStream sample = DomainTest.class.getResourceAsStream("domain.xml")) {
            Files.copy(sample, config.resolve("domain.xml"));
        }
        Files.writeString(config.resolve("logging.properties"), ".level=INFO");
    }

    @Test
    void shouldKeepEveryListenerOfEveryConfigurationOnTheLoopbackInterface() throws Exception {
        Document domain = create(Map.of());

        assertThat(Stream.of("network-listener", "iiop-listener", "jmx-connector")
                        .flatMap(name -> elements(domain, name).stream()))
                .hasSize(8)
                .allMatch(listener -> listener.getAttribute("address").equals("127.0.0.1"));
    }

    @Test
    void shouldOpenOnlyTheHttpListenerWhenAnotherHostIsWanted() throws Exception {
        Document domain = create(Map.of("shaddock.http.host", "0.0.0.0"));

        assertThat(elements(domain, "network-listener"))
                .filteredOn(listener -> listener.getAttribute("address").equals("0.0.0.0"))
                .extracting(listener -> listener.getAttribute("port"))
                .containsExactly("8090");
    }

    @Test
    void shouldGiveEveryListenerItsOwnPort() throws Exception {
        Document domain = create(Map.of());

        assertThat(Stream.of("network-listener", "iiop-listener", "jmx-connector", "jms-host")
                        .flatMap(name -> elements(domain, name).stream())
                        .map(listener -> listener.getAttribute("port")))
                .containsExactlyInAnyOrder(
                        "8090", "18001", "18002", "18003", "18004", "18005", "18006", "18007", "${HTTP_LISTENER_PORT}");
    }

    @Test
    void shouldFormADataGridOfItsOwnOnTheLoopbackInterface() throws Exception {
        Element grid =
                elements(create(Map.of()), "hazelcast-runtime-configuration").get(0);

        assertThat(Stream.of("discovery-mode", "tcpip-members", "interface", "das-port", "cluster-group-name")
                        .map(grid::getAttribute))
                .containsExactly("tcpip", "127.0.0.1:18008", "127.0.0.1", "18008", "shaddock-18008");
    }

    @Test
    void shouldLookForTheOtherMembersOfItsCluster() throws Exception {
        LaunchOptions options = LaunchOptions.from(new Properties());
        DataGrid cluster = new DataGrid("arena", List.of(18008, 18017));
        Domain.create(payaraHome, new ServerPlan(null, directory, options, PORTS, cluster));

        Element grid = elements(domain(), "hazelcast-runtime-configuration").get(0);
        assertThat(Stream.of("tcpip-members", "start-port", "cluster-group-name")
                        .map(grid::getAttribute))
                .containsExactly("127.0.0.1:18008,127.0.0.1:18017", "18008", "arena");
    }

    @Test
    void shouldReplaceTheJvmOptionsOfTheServerAlone() throws Exception {
        List<String> options = elements(create(Map.of("shaddock.heap", "2g")), "jvm-options").stream()
                .map(Element::getTextContent)
                .toList();

        assertThat(options)
                .startsWith(
                        "-server",
                        "-Xmx2g",
                        "-Dorg.glassfish.additionalOSGiBundlesToStart=org.apache.felix.fileinstall",
                        "-Dhazelcast.socket.bind.any=false",
                        "-Dhazelcast.shutdownhook.enabled=false",
                        "-Dhazelcast.phone.home.enabled=false")
                .endsWith("-Xmx512m");
    }

    @Test
    void shouldStartTheJvmWithTheOptionsThatAreWanted() throws Exception {
        Document domain = create(Map.of("shaddock.jvm.options", "-XX:+UseSerialGC -Da=b"));

        assertThat(elements(domain, "jvm-options"))
                .extracting(Element::getTextContent)
                .contains("-XX:+UseSerialGC", "-Da=b");
    }

    @Test
    void shouldTellNobodyWhatRunsHere() throws Exception {
        Document domain = create(Map.of());

        assertThat(elements(domain, "phone-home-runtime-configuration").get(0).getAttribute("enabled"))
                .isEqualTo("false");
        assertThat(elements(domain, "http").get(0).getAttribute("xpowered-by")).isEqualTo("false");
    }

    @Test
    void shouldRunEjbTimersAtTheRateTheyAskFor() throws Exception {
        assertThat(elements(create(Map.of()), "ejb-timer-service")
                        .get(0)
                        .getAttribute("minimum-delivery-interval-in-millis"))
                .isEqualTo("10");
    }

    @Test
    void shouldLeaveNothingOfAnOlderDomain() throws Exception {
        Path leftover = directory.resolve("shaddock/applications/old.ear");
        Files.createDirectories(leftover.getParent());
        Files.createFile(leftover);

        create(Map.of());

        assertThat(leftover).doesNotExist();
    }

    @Test
    void shouldKeepTheDistributionsLoggingAndAddItsOwn() throws Exception {
        create(Map.of());

        assertThat(directory.resolve("shaddock/config/logging.properties"))
                .content()
                .startsWith(".level=INFO\n")
                .contains("ansiColor=false\n", "SignedJWTIdentityStore.level=WARNING\n");
    }

    private Document create(Map<String, String> given) throws Exception {
        Properties properties = new Properties();
        properties.putAll(given);
        Domain.create(payaraHome, new ServerPlan(null, directory, LaunchOptions.from(properties), PORTS));
        return domain();
    }

    private Document domain() throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(directory.resolve("shaddock/config/domain.xml").toFile());
    }

    private static List<Element> elements(Document document, String name) {
        var found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(index -> (Element) found.item(index))
                .toList();
    }
}
