package org.shaddock.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * A Payara Server domain of our own: a copy of the one that the distribution brings, with the settings that Shaddock needs
 * in place before the first boot. Nothing but HTTP ever leaves the loopback interface, and nothing is told to the vendor.
 */
final class Domain {

    private static final String NAME = "shaddock";

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
        Hardening.confineToLoopback(xml);
        Hardening.discretion(xml);
        listeners(xml, plan.options().httpHost(), ports);
        dataGrid(xml, plan.grid(), ports.hazelcast());
        Hardening.services(xml, xml.serverConfig(), String.valueOf(ports.jms()));
        List<String> own = Stream.concat(Stream.of("-Xmx" + plan.options().heap()), plan.options().jvm().stream())
                .toList();
        Hardening.jvm(xml, xml.serverConfig(), own);
        xml.write(file);
        Hardening.logging(directory);
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
        Hardening.threads(xml, server);
        xml.one(xml.domain(), "property", "name", "administrative.domain.name").setAttribute("value", NAME);
    }

    private static void dataGrid(DomainXml xml, DataGrid cluster, int port) {
        Element grid = xml.all("hazelcast-runtime-configuration").get(0);
        grid.setAttribute("cluster-group-name", cluster.name());
        grid.setAttribute("discovery-mode", "tcpip");
        grid.setAttribute("tcpip-members", cluster.addresses());
        grid.setAttribute("interface", Hardening.LOOPBACK);
        grid.setAttribute("das-port", String.valueOf(port));
        grid.setAttribute("start-port", String.valueOf(port));
        grid.setAttribute("auto-increment-port", "false");
    }

    private static void port(Element listener, int number) {
        listener.setAttribute("port", String.valueOf(number));
    }
}
