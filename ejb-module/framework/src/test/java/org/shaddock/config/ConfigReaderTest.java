package org.shaddock.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {

    @Test
    void shouldReadANumberAtItsBounds() {
        assertThat(with("1").number("a.b", 1, 9)).isEqualTo(1);
        assertThat(with(" 9 ").number("a.b", 1, 9)).isEqualTo(9);
        assertThat(with("-5000000000").number("a.b", Long.MIN_VALUE, 0)).isEqualTo(-5_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10", "x", "1.5", "1e3", "99999999999999999999", "1 2"})
    void shouldSayWhatANumberMustBe(String value) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> with(value).number("a.b", 1, 9))
                .withMessage("a.b is '" + value + "', but it must be a whole number from 1 to 9.");
    }

    @ParameterizedTest
    @CsvSource({"true,true", "TRUE,true", "false,false", "' False ',false"})
    void shouldReadAFlag(String value, boolean expected) {
        assertThat(with(value).flag("a.b")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "truee"})
    void shouldSayWhatAFlagMustBe(String value) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> with(value).flag("a.b"))
                .withMessage("a.b is '" + value + "', but it must be true or false.");
    }

    @Test
    void shouldReadAChoice() {
        assertThat(with("Kick-Old").choice("a.b", Policy.class)).isEqualTo(Policy.KICK_OLD);
    }

    @Test
    void shouldNameTheChoices() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> with("kick_old").choice("a.b", Policy.class))
                .withMessage("a.b is 'kick_old', but it must be one of allow, kick-old.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void shouldAskForAValueWhenThereIsNone(String value) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> with(value).flag("a.b"))
                .withMessage("a.b has no value: remove the empty setting to get the default, or give it one.");
    }

    @Test
    void shouldReadNoTextWhenThereIsNone() {
        assertThat(with("  ").text("a.b")).isEmpty();
        assertThat(new ConfigReader(key -> Optional.empty()).text("a.b")).isEmpty();
    }

    @Test
    void shouldReadAListWithoutItsGaps() {
        assertThat(with(" a, ,b,, c ").list("a.b", Function.identity())).containsExactly("a", "b", "c");
    }

    @Test
    void shouldNameThePartOfAListThatCannotBeUsed() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> with("1,x").list("a.b", ConfigReaderTest::digit))
                .withMessage("a.b contains 'x', which cannot be used: it is no digit.");
    }

    private static int digit(String text) {
        if (text.length() != 1 || !Character.isDigit(text.charAt(0))) {
            throw new IllegalArgumentException("it is no digit.");
        }
        return text.charAt(0) - '0';
    }

    private static ConfigReader with(String value) {
        return new ConfigReader(key -> Optional.of(value));
    }

    private enum Policy {
        ALLOW,
        KICK_OLD
    }
}
