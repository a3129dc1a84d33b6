package org.shaddock.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shaddock.it.probe.ProbeHandler;

/** The developers' page: for developers alone, and it shows them what there is. The screenshots stay under {@code target/node}. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class DeveloperPageIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final HttpClient HTTP = PlainHttp.client();

    @Deployment(testable = false)
    static EnterpriseArchive ear() {
        return Ears.withGame(ShrinkWrap.create(JavaArchive.class, "probe.jar")
                .addPackage(ProbeHandler.class.getPackage())
                .addAsManifestResource(
                        new StringAsset("config_ordinal=200\nshaddock.developer.page=true\n"),
                        "microprofile-config.properties"));
    }

    @BeforeAll
    static void addUsers() throws IOException {
        Asadmin asadmin = Asadmin.ofTestServer();
        asadmin.addUser("dora", "develops", "shaddock-developer");
        asadmin.addUser("gus", "visits", "guest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/shaddock/dev/",
                "/shaddock/dev/index.html",
                "/shaddock/dev/dev.js",
                "/shaddock/dev/api/members",
                "/shaddock/dev/api/messages?text=x",
                "/shaddock//dev/api/sessions",
                "/shaddock/dev;x=y/api/sessions",
                "/shaddock/dev/./api/sessions",
                "/shaddock/x/../dev/api/sessions",
                "/shaddock/%64ev/api/sessions",
                "/SHADDOCK/dev/api/sessions"
            })
    void shouldShowNothingToStrangersWhateverTheyWrite(String path) throws Exception {
        assertThat(status(path, "")).isIn(301, 400, 401, 404);
        assertThat(status(path, "dora:guesses")).isIn(301, 400, 401, 404);
        assertThat(status(path, "gus:visits")).isIn(301, 400, 403, 404);
    }

    @Test
    void shouldLetDevelopersIn() throws Exception {
        assertThat(status("/shaddock/dev/", "dora:develops")).isEqualTo(200);
        assertThat(status("/shaddock/dev/api/members", "dora:develops")).isEqualTo(200);
        assertThat(status("/shaddock/dev/api/routes", "dora:develops")).isEqualTo(200);
        assertThat(status("/shaddock/dev/api/nothing", "dora:develops")).isEqualTo(404);
        assertThat(status("/shaddock/dev/api/messages?after=x", "dora:develops"))
                .isEqualTo(404);
    }

    @Test
    void shouldShowWhatThereIsInABrowser() {
        NodeTool.Run run = NodeTool.nodeWithBrowser(LIMIT, "browser/developer.mjs");

        assertThat(run.exitCode()).as(run.output()).isZero();
    }

    private static int status(String path, String credentials) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(TestServer.uri() + path));
        if (!credentials.isEmpty()) {
            byte[] bytes = credentials.getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
