package org.shaddock.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shaddock.config.ConfigException;
import org.shaddock.config.ConfigReader;
import org.shaddock.session.LoginPolicy;

class SettingsTest {

    private static final String FILE = "/META-INF/microprofile-config.properties";

    @Test
    void shouldReadExactlyTheKeysOfTheDefaultsFile() throws IOException {
        Properties defaults = defaults();
        Set<String> read = new HashSet<>();

        Settings.read(new ConfigReader(key -> {
            read.add(key);
            return Optional.ofNullable(defaults.getProperty(key));
        }));

        assertThat(read).isEqualTo(defaults.stringPropertyNames());
    }

    @Test
    void shouldExplainEveryKeyOfTheDefaultsFile() throws IOException {
        List<String> paragraphs = Arrays.stream(text().split("\n\\s*\n"))
                .filter(paragraph -> paragraph.lines().anyMatch(line -> line.startsWith("shaddock.")))
                .toList();

        assertThat(paragraphs).hasSizeGreaterThan(10).allSatisfy(paragraph -> assertThat(paragraph)
                .startsWith("# "));
    }

    @Test
    void shouldRunEveryServerTypeWhenNoneIsNamed() {
        assertThat(with("shaddock.server-types", "").runs("chat")).isTrue();
    }

    @Test
    void shouldRunOnlyTheServerTypesThatAreNamed() {
        Settings settings = with("shaddock.server-types", "gate, connector");

        assertThat(settings.runs("connector")).isTrue();
        assertThat(settings.runs("chat")).isFalse();
    }

    @Test
    void shouldKeepAMembersOwnName() {
        assertThat(with("shaddock.member", "blue").named("server-1").member()).isEqualTo("blue");
        assertThat(with("shaddock.member", "").named("server-1").member()).isEqualTo("server-1");
    }

    @Test
    void shouldHoldCronsToTheZoneThatIsSetOrElseToTheServersOwn() {
        assertThat(with("shaddock.cron.zone", "Asia/Tokyo").cronZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(with("shaddock.cron.zone", "").cronZone()).isEqualTo(ZoneId.systemDefault());
    }

    @Test
    void shouldWaitForTwoHeartbeats() {
        assertThat(with("shaddock.connector.heartbeat-seconds", "7").sessions().heartbeatTimeoutMillis())
                .isEqualTo(14_000);
    }

    @Test
    void shouldReadTheLoginPolicy() {
        assertThat(with("shaddock.session.login-policy", "kick-old").loginPolicy())
                .isEqualTo(LoginPolicy.KICK_OLD);
    }

    @Test
    void shouldChooseThreadsByTheMachineUnlessToldOtherwise() {
        assertThat(with("shaddock.handler.threads", "0").handlers().effectiveThreads(1))
                .isEqualTo(8);
        assertThat(with("shaddock.handler.threads", "0").handlers().effectiveThreads(16))
                .isEqualTo(64);
        assertThat(with("shaddock.handler.threads", "3").handlers().effectiveThreads(16))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, 1", "-1, 2, 1", "-1, 16, 8", "0, 16, 0", "3, 16, 3"})
    void shouldReadSocketsWithAThreadForTwoProcessorsUnlessToldOtherwise(String set, int processors, int threads) {
        assertThat(with("shaddock.connector.io-threads", set).entrance().effectiveIoThreads(processors))
                .isEqualTo(threads);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    shaddock.connector.max-frame-bytes          | 1048577      | from 256 to 1048576.
                    shaddock.cron.zone                          | Mars/Base    | write a time zone such as Europe/Berlin or UTC.
                    shaddock.connector.public-port              | 65536        | from 0 to 65535.
                    shaddock.connector.max-sessions             | 0            | from 1 to 10000000.
                    shaddock.connector.outbound-hard-bytes      | 65535        | from 65536 to 1099511627776.
                    shaddock.connector.handshake-timeout-millis | 5s           | a whole number from 100 to 86400000.
                    shaddock.connector.blocked-addresses        | localhost    | 'localhost' is not an IP address.
                    shaddock.connector.trusted-proxies          | 10.0.0.0/33  | needs a prefix between 0 and 32.
                    shaddock.connector.origins                  | game.example | write it as https://game.example
                    shaddock.session.login-policy               | deny         | one of allow, refuse, kick-old.
                    shaddock.remote.timeout-millis              | 0            | from 1 to 86400000.
                    shaddock.remote.max-questions               | 0            | from 1 to 10000000.
                    shaddock.remote.max-threads                 | 4            | from 8 to 10000.
                    shaddock.handler.serial                     | on           | true or false.
                    """)
    void shouldNameKeyValueAndFixWhenAValueCannotBeUsed(String key, String value, String fix) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> with(key, value))
                .withMessageStartingWith(key + " ")
                .withMessageContaining("'" + value + "'")
                .withMessageContaining(fix);
    }

    private static Settings with(String key, String value) {
        try {
            Properties properties = defaults();
            properties.setProperty(key, value);
            return Settings.read(new ConfigReader(name -> Optional.ofNullable(properties.getProperty(name))));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Properties defaults() throws IOException {
        Properties defaults = new Properties();
        try (InputStream in = SettingsTest.class.getResourceAsStream(FILE)) {
            defaults.load(in);
        }
        return defaults;
    }

    private static String text() throws IOException {
        try (InputStream in = SettingsTest.class.getResourceAsStream(FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
