package org.shaddock.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A Payara domain's {@code domain.xml}, edited while the server is not running: the one way to keep a server off the public
 * interfaces from its very first boot, since every administration command needs a server that listens already.
 */
final class DomainXml {

    private final Document document;

    private DomainXml(Document document) {
        this.document = document;
    }

    static DomainXml read(Path file) throws IOException {
        try {
            return new DomainXml(DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile()));
        } catch (SAXException | ParserConfigurationException malformed) {
            throw new IOException(file + " is not a domain.xml", malformed);
        }
    }

    void write(Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(out));
        } catch (TransformerException impossible) {
            throw new IOException("cannot write " + file, impossible);
        }
    }

    Element domain() {
        return document.getDocumentElement();
    }

    /** The configuration that the domain's own server runs with. */
    Element serverConfig() {
        return one(domain(), "config", "name", "server-config");
    }

    /** Every element of that name, in this domain's configurations for servers of any kind. */
    List<Element> all(String element) {
        return within(domain(), element);
    }

    /** The first element of that name inside another, whose attribute {@code key} has this value. */
    Element one(Element ancestor, String element, String key, String value) {
        return within(ancestor, element).stream()
                .filter(found -> found.getAttribute(key).equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "This domain.xml has no <%s %s=\"%s\">".formatted(element, key, value)));
    }

    Element append(Element parent, String element, Map<String, String> attributes) {
        Element added = document.createElement(element);
        attributes.forEach(added::setAttribute);
        parent.appendChild(added);
        return added;
    }

    /** The first element of that name inside another, which is made if there is none. */
    Element oneOrNew(Element parent, String element) {
        return within(parent, element).stream().findFirst().orElseGet(() -> append(parent, element, Map.of()));
    }

    /** Takes away the JVM options of a configuration that start with one of these, and adds others in their place. */
    void replaceJvmOptions(Element config, List<String> removedPrefixes, List<String> added) {
        Element java = within(config, "java-config").get(0);
        within(java, "jvm-options").stream()
                .filter(option -> removedPrefixes.stream().anyMatch(option.getTextContent()::startsWith))
                .forEach(option -> option.getParentNode().removeChild(option));
        added.forEach(option -> append(java, "jvm-options", Map.of()).setTextContent(option));
    }

    private static List<Element> within(Element ancestor, String name) {
        NodeList found = ancestor.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(index -> (Element) found.item(index))
                .toList();
    }
}
