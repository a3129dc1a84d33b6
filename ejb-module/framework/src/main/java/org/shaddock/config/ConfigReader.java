package org.shaddock.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Typed access to settings. */
public final class ConfigReader {

    private final Function<String, Optional<String>> source;

    /** @param source the value of a key, if it has one */
    public ConfigReader(Function<String, Optional<String>> source) {
        this.source = source;
    }

    /** A text that may be absent. */
    public Optional<String> text(String key) {
        return source.apply(key).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** A whole number within bounds, both included. */
    public int number(String key, int min, int max) {
        return Math.toIntExact(number(key, (long) min, max));
    }

    /** A whole number within bounds, both included. */
    public long number(String key, long min, long max) {
        String value = required(key);
        try {
            long number = Long.parseLong(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(key, value, "a whole number from " + min + " to " + max);
        }
        throw wrong(key, value, "a whole number from " + min + " to " + max);
    }

    /** {@code true} or {@code false}. */
    public boolean flag(String key) {
        String value = required(key).toLowerCase(Locale.ROOT);
        if (!value.equals("true") && !value.equals("false")) {
            throw wrong(key, value, "true or false");
        }
        return value.equals("true");
    }

    /** One of an enum's constants, written in lower case with dashes. */
    public <E extends Enum<E>> E choice(String key, Class<E> type) {
        String value = required(key);
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(ConfigReader::written)
                .toList();
        int index = names.indexOf(value.toLowerCase(Locale.ROOT));
        if (index < 0) {
            throw wrong(key, value, "one of " + String.join(", ", names));
        }
        return type.getEnumConstants()[index];
    }

    /** A value that may be absent, read by a parser that throws IllegalArgumentException. */
    public <T> Optional<T> parsed(String key, Function<String, T> parser) {
        return text(key).map(value -> parsed(key, value, parser));
    }

    /** A comma-separated list, each part read by a parser that throws IllegalArgumentException. */
    public <T> List<T> list(String key, Function<String, T> parser) {
        return text(key).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> parsed(key, part, parser))
                .toList();
    }

    private static <T> T parsed(String key, String part, Function<String, T> parser) {
        try {
            return parser.apply(part);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(key + " contains '" + part + "', which cannot be used: " + e.getMessage());
        }
    }

    private String required(String key) {
        return text(key)
                .orElseThrow(() -> new ConfigException(
                        key + " has no value: remove the empty setting to get the default, or give it one."));
    }

    private static ConfigException wrong(String key, String value, String expected) {
        return new ConfigException(key + " is '" + value + "', but it must be " + expected + ".");
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
