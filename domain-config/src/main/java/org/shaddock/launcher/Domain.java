package org.shaddock.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * A Payara Server domain of our own: a copy of the one that the distribution brings, with the settings that Shaddock needs
 * in place before the first boot. Nothing but HTTP ever leaves the loopback interface, and nothing is told to the vendor.
 */
final class Domain {

    private static final String NAME = "shaddock";
    private static final String LOOPBACK = "127.0.0.1";

    /** Below this, an EJB timer silently runs at this rate instead of its own; the default is 1000. */
    private static final String TIMER_RESOLUTION_MILLIS = "10";

    /** With the default of 5, as many clients that read nothing can stop a server. */
    private static final String HTTP_THREADS = "64";

    /**
     * Three authorities in the distribution's trust store are past their time, which is reported at every boot. Who is in
     * the cluster has to be in the log: {@link GridWatch} reads it there.
     */
    private static final String LOGGING = """

            com.sun.enterprise.server.logging.UniformLogFormatter.ansiColor=false
            javax.enterprise.system.security.ssl.level=SEVERE
            com.hazelcast.internal.cluster.ClusterService.level=INFO
            """;

    private final Path parent;

    private Domain(Path parent) {
        this.parent = parent;
    }

    /**
     * Makes a fresh domain in the plan's directory; an older one of the same name goes away first.
     *
     * @param payaraHome an unpacked Payara Server distribution
     */
    static Domain create(Path payaraHome, ServerPlan plan) throws IOException {
        Path parent = plan.directory();
        Ports ports = plan.ports();
        Path directory = parent.resolve(NAME);
        FileTree.delete(directory);
        FileTree.copy(payaraHome.resolve("glassfish/domains/domain1"), directory);
        Path file = directory.resolve("config/domain.xml");
        DomainXml xml = DomainXml.read(file);
        confineToLoopback(xml);
        discretion(xml);
        listeners(xml, plan.options().httpHost(), ports);
        dataGrid(xml, plan.grid(), ports.hazelcast());
        services(xml, ports.jms());
        jvm(xml, plan.options());
        xml.write(file);
        Files.writeString(directory.resolve("config/logging.properties"), LOGGING, StandardOpenOption.APPEND);
        return new Domain(parent);
    }

    Path parent() {
        return parent;
    }

    String name() {
        return NAME;
    }

    /** Writes the commands that the server executes at the end of its boot, and returns their file. */
    Path postBootCommands(Stream<String> commands) throws IOException {
        return Files.write(parent.resolve(NAME).resolve("config/postboot.asadmin"), commands.toList());
    }

    private static void confineToLoopback(DomainXml xml) {
        Stream.of("network-listener", "iiop-listener", "jmx-connector")
                .flatMap(listener -> xml.all(listener).stream())
                .forEach(listener -> listener.setAttribute("address", LOOPBACK));
    }

    /** No usage data for the vendor, and no product and version for everybody who sends a request. */
    private static void discretion(DomainXml xml) {
        xml.append(xml.domain(), "phone-home-runtime-configuration", Map.of("enabled", "false"));
        xml.all("http").forEach(http -> {
            http.setAttribute("xpowered-by", "false");
            http.setAttribute("server-header", "false");
        });
    }

    private static void listeners(DomainXml xml, String httpHost, Ports ports) {
        Element server = xml.serverConfig();
        Element http = xml.one(server, "network-listener", "name", "http-listener-1");
        http.setAttribute("address", httpHost);
        port(http, ports.http());
        port(xml.one(server, "network-listener", "name", "http-listener-2"), ports.https());
        port(xml.one(server, "network-listener", "name", "admin-listener"), ports.admin());
        port(xml.one(server, "iiop-listener", "id", "orb-listener-1"), ports.iiop());
        port(xml.one(server, "iiop-listener", "id", "SSL"), ports.iiopSsl());
        port(xml.one(server, "iiop-listener", "id", "SSL_MUTUALAUTH"), ports.iiopMutual());
        port(xml.one(server, "jmx-connector", "name", "system"), ports.jmx());
        xml.one(server, "thread-pool", "name", "http-thread-pool").setAttribute("max-thread-pool-size", HTTP_THREADS);
        xml.one(xml.domain(), "property", "name", "administrative.domain.name").setAttribute("value", NAME);
    }

    private static void dataGrid(DomainXml xml, DataGrid cluster, int port) {
        Element grid = xml.all("hazelcast-runtime-configuration").get(0);
        grid.setAttribute("cluster-group-name", cluster.name());
        grid.setAttribute("discovery-mode", "tcpip");
        grid.setAttribute("tcpip-members", cluster.addresses());
        grid.setAttribute("interface", LOOPBACK);
        grid.setAttribute("das-port", String.valueOf(port));
        grid.setAttribute("start-port", String.valueOf(port));
        grid.setAttribute("auto-increment-port", "false");
    }

    /** JMS is started at once, since the proxy that stands in for a lazy broker listens on every interface. */
    private static void services(DomainXml xml, int jmsPort) {
        Element ejb = xml.append(
                xml.serverConfig(),
                "ejb-container",
                Map.of("session-store", "${com.sun.aas.instanceRoot}/session-store"));
        xml.append(ejb, "ejb-timer-service", Map.of("minimum-delivery-interval-in-millis", TIMER_RESOLUTION_MILLIS));
        Element jms = xml.append(
                xml.serverConfig(), "jms-service", Map.of("type", "EMBEDDED", "default-jms-host", "default_JMS_host"));
        xml.append(jms, "property", Map.of("name", "imq.hostname", "value", LOOPBACK));
        xml.append(
                jms,
                "jms-host",
                Map.of(
                        "name", "default_JMS_host",
                        "host", LOOPBACK,
                        "port", String.valueOf(jmsPort),
                        "admin-user-name", "admin",
                        "admin-password", "admin",
                        "lazy-init", "false"));
    }

    /** The OSGi shells go, because one of them listens on a port of its own. */
    private static void jvm(DomainXml xml, LaunchOptions options) {
        xml.replaceJvmOptions(
                List.of("-Xmx", "-Dorg.glassfish.additionalOSGiBundlesToStart=", "-Dosgi.shell.telnet."),
                Stream.of(
                                List.of(
                                        "-Xmx" + options.heap(),
                                        "-Dorg.glassfish.additionalOSGiBundlesToStart=org.apache.felix.fileinstall"),
                                DataGrid.SYSTEM_PROPERTIES,
                                options.jvm())
                        .flatMap(List::stream)
                        .toList());
    }

    private static void port(Element listener, int number) {
        listener.setAttribute("port", String.valueOf(number));
    }
}
