package org.shaddock.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.ConfigValue;
import org.shaddock.admin.SettingRow;
import org.shaddock.config.ConfigReader;
import org.shaddock.config.KnownKeys;

/** Settings from MicroProfile Config, over the defaults in the framework's own jar. */
final class ConfigSource {

    private static final String PREFIX = "shaddock.";
    private static final String DEFAULTS = "/META-INF/microprofile-config.properties";

    private ConfigSource() {}

    /** @throws org.shaddock.config.ConfigException if one cannot be used */
    static Settings settings() {
        return Settings.read(reader());
    }

    static ConfigReader reader() {
        Config config = ConfigProvider.getConfig();
        Properties defaults = defaults();
        return new ConfigReader(key -> value(config, key).or(() -> Optional.ofNullable(defaults.getProperty(key))));
    }

    /** A sentence for each setting that nobody reads. */
    static List<String> warnings() {
        return new KnownKeys(PREFIX, defaults().stringPropertyNames())
                .warnings(ConfigProvider.getConfig().getPropertyNames());
    }

    /** Every setting with its value and where that comes from. */
    static List<SettingRow> rows(String member) {
        Config config = ConfigProvider.getConfig();
        Properties defaults = defaults();
        return defaults.stringPropertyNames().stream()
                .map(key -> row(config.getConfigValue(key), key, defaults.getProperty(key), member))
                .toList();
    }

    private static SettingRow row(ConfigValue given, String key, String otherwise, String member) {
        String value = given.getValue();
        return value == null
                ? new SettingRow(key, otherwise, "default", member)
                : new SettingRow(key, value, String.valueOf(given.getSourceName()), member);
    }

    private static Optional<String> value(Config config, String key) {
        return Optional.ofNullable(config.getConfigValue(key).getValue());
    }

    private static Properties defaults() {
        Properties defaults = new Properties();
        try (InputStream in = Objects.requireNonNull(ConfigSource.class.getResourceAsStream(DEFAULTS), DEFAULTS)) {
            defaults.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return defaults;
    }
}
