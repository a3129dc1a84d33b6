package org.shaddock.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaunchOptionsTest {

    @Test
    void shouldStayOnTheLoopbackInterfaceWhenNothingIsSaid() throws LaunchException {
        LaunchOptions options = options(Map.of());

        assertThat(options.httpHost()).isEqualTo("127.0.0.1");
        assertThat(options.httpPort()).isEqualTo(8080);
        assertThat(options.heap()).isEqualTo("1g");
        assertThat(options.javaHome()).hasToString(System.getProperty("java.home"));
    }

    @Test
    void shouldHandOnWhatIsTheApplicationsAlone() throws LaunchException {
        LaunchOptions options = options(Map.of(
                "shaddock.http.port", "9090",
                "shaddock.max-frame-bytes", "1024",
                "user.home", "/home/x"));

        assertThat(options.application()).containsOnly(Map.entry("shaddock.max-frame-bytes", "1024"));
    }

    @ParameterizedTest
    @CsvSource({
        "shaddock.http.port, 80a, a port from 0 to 65535",
        "shaddock.http.port, 65536, a port from 0 to 65535",
        "shaddock.http.port, -1, a port from 0 to 65535",
        "shaddock.http.port, 99999999999, a port from 0 to 65535",
        "shaddock.http.port, '', a port from 0 to 65535",
        "shaddock.start.seconds, 0, a number above 0",
        "shaddock.heap, lots, a size such as 512m or 2g",
        "shaddock.heap, 512, a size such as 512m or 2g",
    })
    void shouldNameThePropertyTheValueAndTheFixWhenAValueIsWrong(String name, String value, String fix) {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> options(Map.of(name, value)))
                .withMessage("-D%s=%s cannot be used: give %s.", name, value, fix);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, http://127.0.0.1:8090", "0.0.0.0, http://127.0.0.1:8090", "10.0.0.7, http://10.0.0.7:8090"})
    void shouldNameAnAddressABrowserHereCanUse(String host, String uri) throws LaunchException {
        Ports ports = new Ports(8090, 1, 2, 3, 4, 5, 6, 7, 8);

        assertThat(options(Map.of("shaddock.http.host", host)).baseUri(ports)).hasToString(uri);
    }

    private static LaunchOptions options(Map<String, String> given) throws LaunchException {
        Properties properties = new Properties();
        properties.putAll(given);
        return LaunchOptions.from(properties);
    }
}
