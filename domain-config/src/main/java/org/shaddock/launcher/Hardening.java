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
 * What a domain must have before its first boot: nothing listens outside the loopback interface, nothing is told to the
 * vendor, and the timers, threads and data grid are as Shaddock needs them. As a program it edits a domain that is to be
 * operated with {@code domain-config/bin/shaddock}.
 */
final class Hardening {

    static final String LOOPBACK = "127.0.0.1";

    /** Below this, an EJB timer silently runs at this rate instead of its own; the default is 1000. */
    private static final String TIMER_RESOLUTION_MILLIS = "10";

    /** With the default of 5, as many clients that read nothing can stop a server. */
    private static final String HTTP_THREADS = "64";

    /**
     * Three authorities in the distribution's trust store are past their time, which is reported at every boot. Who comes to
     * the cluster and goes belongs in the log; a stack for each bad token that a stranger shows does not.
     */
    private static final String LOGGING = """

            com.sun.enterprise.server.logging.UniformLogFormatter.ansiColor=false
            javax.enterprise.system.security.ssl.level=SEVERE
            com.hazelcast.internal.cluster.ClusterService.level=INFO
            fish.payara.microprofile.jwtauth.eesecurity.SignedJWTIdentityStore.level=WARNING
            """;

    private static final String JMS_HOST = "default_JMS_host";

    private Hardening() {}

    /**
     * Edits a domain that {@code asadmin create-domain} made and that was never started, in all its configurations: the one
     * of its own server, and the one that those of instances are copied from. Takes the domain's directory, the greatest heap
     * of each server, the administration server's port in the data grid, and all addresses in the grid.
     */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        Path file = directory.resolve("config/domain.xml");
        DomainXml xml = DomainXml.read(file);
        confineToLoopback(xml);
        discretion(xml);
        dataGrid(xml, arguments[2], arguments[3]);
        certificate(xml);
        for (Element config : xml.all("config")) {
            threads(xml, config);
            services(xml, config, "${JMS_PROVIDER_PORT}");
            timersInMemory(xml, config);
            jvm(xml, config, List.of("-Xmx" + arguments[1]));
        }
        BrokerUser.generated().enter(xml, directory);
        xml.write(file);
        logging(directory);
    }

    static void confineToLoopback(DomainXml xml) {
        Stream.of("network-listener", "iiop-listener", "jmx-connector")
                .flatMap(listener -> xml.all(listener).stream())
                .forEach(listener -> listener.setAttribute("address", LOOPBACK));
    }

    /** No usage data for the vendor, and no product and version for everybody who sends a request. */
    static void discretion(DomainXml xml) {
        xml.append(xml.domain(), "phone-home-runtime-configuration", Map.of("enabled", "false"));
        xml.all("http").forEach(http -> {
            http.setAttribute("xpowered-by", "false");
            http.setAttribute("server-header", "false");
        });
    }

    static void threads(DomainXml xml, Element config) {
        xml.one(config, "thread-pool", "name", "http-thread-pool").setAttribute("max-thread-pool-size", HTTP_THREADS);
    }

    /** JMS is started at once, since the proxy that stands in for a lazy broker listens on every interface. */
    static void services(DomainXml xml, Element config, String jmsPort) {
        Element ejb = xml.oneOrNew(config, "ejb-container");
        ejb.setAttribute("session-store", "${com.sun.aas.instanceRoot}/session-store");
        xml.oneOrNew(ejb, "ejb-timer-service")
                .setAttribute("minimum-delivery-interval-in-millis", TIMER_RESOLUTION_MILLIS);
        Element jms = xml.oneOrNew(config, "jms-service");
        jms.setAttribute("type", "EMBEDDED");
        jms.setAttribute("default-jms-host", JMS_HOST);
        xml.append(jms, "property", Map.of("name", "imq.hostname", "value", LOOPBACK));
        Element host = xml.oneOrNew(jms, "jms-host");
        Map.of(
                        "name",
                        JMS_HOST,
                        "host",
                        LOOPBACK,
                        "port",
                        jmsPort,
                        "admin-user-name",
                        "admin",
                        "admin-password",
                        "admin",
                        "lazy-init",
                        "false")
                .forEach(host::setAttribute);
    }

    /** The OSGi shells go, because one of them listens on a port of its own. */
    static void jvm(DomainXml xml, Element config, List<String> own) {
        xml.replaceJvmOptions(
                config,
                List.of("-Xmx", "-Dorg.glassfish.additionalOSGiBundlesToStart=", "-Dosgi.shell.telnet."),
                Stream.of(
                                own,
                                List.of("-Dorg.glassfish.additionalOSGiBundlesToStart=org.apache.felix.fileinstall"),
                                DataGrid.SYSTEM_PROPERTIES)
                        .flatMap(List::stream)
                        .toList());
    }

    static void logging(Path domain) throws IOException {
        Files.writeString(domain.resolve("config/logging.properties"), LOGGING, StandardOpenOption.APPEND);
    }

    /** The default keeps timers in a database beside each instance, which an instance of a group cannot open. */
    private static void timersInMemory(DomainXml xml, Element config) {
        xml.oneOrNew(config, "ejb-timer-service").setAttribute("ejb-timer-service", "None");
    }

    /** Clients get a certificate of their own; the server's proves the members of the domain to one another. */
    private static void certificate(DomainXml xml) {
        xml.all("protocol").stream()
                .filter(protocol -> protocol.getAttribute("name").equals("http-listener-2"))
                .forEach(protocol -> xml.oneOrNew(protocol, "ssl").setAttribute("cert-nickname", "shaddock"));
    }

    /** Backups may be on the same host, since all instances are on one. */
    private static void dataGrid(DomainXml xml, String port, String members) {
        Element grid = xml.all("hazelcast-runtime-configuration").get(0);
        grid.setAttribute("cluster-group-name", "shaddock-" + port);
        grid.setAttribute("discovery-mode", "tcpip");
        grid.setAttribute("tcpip-members", members);
        grid.setAttribute("interface", LOOPBACK);
        grid.setAttribute("das-port", port);
        grid.setAttribute("host-aware-partitioning", "false");
        grid.setAttribute("auto-increment-port", "false");
    }
}
