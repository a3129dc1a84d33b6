package org.shaddock.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ReadinessIT {

    @Deployment(testable = false)
    static EnterpriseArchive ear() {
        return Ears.real();
    }

    @Test
    void shouldAnswerReadyWhenTheFrameworkHasStarted() throws Exception {
        HttpResponse<String> answer = get("/shaddock/ready");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void shouldNotAnswerReadyBeforeItSeesAsManyMembersAsItIsAskedFor() throws Exception {
        assertThat(get("/shaddock/ready?members=1").statusCode()).isEqualTo(200);
        assertThat(get("/shaddock/ready?members=2").statusCode()).isEqualTo(503);
        assertThat(get("/shaddock/ready?members=many").statusCode()).isEqualTo(400);
    }

    @Test
    void shouldNotTellWhichServerItRunsOn() throws Exception {
        assertThat(get("/shaddock/ready").headers().map()).doesNotContainKeys("server", "x-powered-by");
    }

    @Test
    void shouldServeTheJavaScriptClientAsAModule() throws Exception {
        HttpResponse<String> client = get("/shaddock-client.js");

        assertThat(client.statusCode()).isEqualTo(200);
        assertThat(client.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).contains("javascript"));
        assertThat(client.body()).contains("export");
    }

    private static HttpResponse<String> get(String path) throws Exception {
        URI uri = TestServer.uri().resolve(path);
        return PlainHttp.get(uri);
    }
}
