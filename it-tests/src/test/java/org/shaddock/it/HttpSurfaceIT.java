package org.shaddock.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger gets by plain HTTP: the pages and the client, and nothing that is not meant for him. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class HttpSurfaceIT {

    private static final int OK = 200;
    private static final int PATIENCE_MILLIS = 10_000;

    @Deployment(testable = false)
    static EnterpriseArchive ear() {
        return Ears.real();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/WEB-INF/web.xml",
                "/WEB-INF/",
                "/web-inf/web.xml",
                "/%57EB-INF/web.xml",
                "/WEB-INF%2fweb.xml",
                "//WEB-INF/web.xml",
                "/./WEB-INF/web.xml",
                "/x/../WEB-INF/web.xml",
                "/;x/WEB-INF/web.xml",
                "/WEB-INF;x/web.xml",
                "/META-INF/MANIFEST.MF",
                "/../../../../../../etc/passwd",
                "/..%2f..%2f..%2fetc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/..\\..\\etc\\passwd",
                "/shaddock-client.js%00.html",
                "/demo/WEB-INF/web.xml",
                "/demo/..;/WEB-INF/web.xml",
                "/package.json",
                "/shaddock-client/",
                "/shaddock/",
                "/shaddock/dev/",
                "/shaddock/dev/api/sessions",
                "/shaddock/dev/api/messages?text=x"
            })
    void shouldShowNothingThatIsNotMeantForStrangers(String path) throws IOException {
        String answer = ask("GET " + path + " HTTP/1.1");

        assertThat(status(answer)).as(answer).isIn(OK, 301, 400, 403, 404);
        if (status(answer) == OK) {
            assertThat(answer).as("read up to the semicolon").contains("<title>Shaddock</title>");
        }
        assertThat(answer).doesNotContain("root:", "web-app", "Manifest-Version", "at org.", "java.lang");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PUT", "DELETE", "PATCH", "CONNECT", "NONSENSE"})
    void shouldTakeNoOtherMethods(String method) throws IOException {
        String answer = ask(method + " /index.html HTTP/1.1", "Content-Length: 0", "X-Secret: echoed?");

        assertThat(status(answer)).as(answer).isBetween(400, 501);
        assertThat(answer).doesNotContain("X-Secret");
    }

    @Test
    void shouldSayNothingOfItself() throws IOException {
        assertThat(ask("GET / HTTP/1.1")).contains("200 OK").doesNotContainIgnoringCase("Payara", "X-Powered-By");
        assertThat(ask("GET /nothing/here HTTP/1.1")).doesNotContain("java.", "at org.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b",
                "GET / HTTP/9.9",
                "GET",
                "\u0000\u0001\u0002",
                "GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 5",
                "GET / HTTP/1.1\r\n: no name",
                "GET / HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 12"
            })
    void shouldSurviveRequestsThatAreNone(String request) throws IOException {
        String ignored = ask(request);

        assertThat(ask("GET /shaddock/ready HTTP/1.1")).as("after %s", ignored).contains("UP");
    }

    @Test
    void shouldRefuseHeadersThatAreTooLong() throws IOException {
        assertThat(status(ask("GET / HTTP/1.1", "X-Long: " + "x".repeat(100_000))))
                .isIn(400, 413, 431, 0);
        assertThat(status(ask("GET /" + "x".repeat(100_000) + " HTTP/1.1"))).isIn(400, 413, 414, 431, 0);
        assertThat(ask("GET /shaddock/ready HTTP/1.1")).contains("UP");
    }

    /** Sends a request as it is written here and returns all that comes back. */
    private static String ask(String line, String... headers) throws IOException {
        StringBuilder request = new StringBuilder(line).append("\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        request.append("Host: ").append(TestServer.uri().getAuthority()).append("\r\nConnection: close\r\n\r\n");
        try (Socket socket =
                new Socket(TestServer.uri().getHost(), TestServer.uri().getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private static int status(String answer) {
        return answer.isEmpty() ? 0 : Integer.parseInt(answer.split(" ", 3)[1]);
    }
}
