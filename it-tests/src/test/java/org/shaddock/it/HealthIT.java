package org.shaddock.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The container's health pages say what the application's own readiness check says. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class HealthIT {

    private static final List<String> CHECKS = List.of("shaddock-live", "shaddock-started", "shaddock-ready");

    @Deployment(testable = false)
    static EnterpriseArchive ear() {
        return Ears.real();
    }

    @Test
    void shouldLiveAndBeReadyUntilItIsDrained() throws Exception {
        Eventually.holds("it is ready", () -> status("/health/ready") == 200);
        assertThat(status("/health/live")).isEqualTo(200);
        assertThat(status("/health/started")).isEqualTo(200);
        assertThat(status("/shaddock/ready")).isEqualTo(200);
        assertThat(get("/health").body()).contains(CHECKS);

        try (Operator operator = Operator.connect()) {
            operator.application().drain("0");
        }

        assertThat(status("/health/ready")).isEqualTo(503);
        assertThat(get("/health/ready").body()).contains("\"draining\":\"true\"");
        assertThat(status("/shaddock/ready")).isEqualTo(503);
        assertThat(status("/health/live")).isEqualTo(200);
        assertThat(status("/health/started")).isEqualTo(200);
        assertThat(Scrape.now().value("shaddock_ready")).isZero();
    }

    private static int status(String path) {
        return get(path).statusCode();
    }

    private static HttpResponse<String> get(String path) {
        URI uri = TestServer.uri().resolve(path);
        try {
            return PlainHttp.get(uri);
        } catch (Exception e) {
            throw new AssertionError("No answer from " + uri + ".", e);
        }
    }
}
