package org.shaddock.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shaddock.runtime.Framework;

/** Every row of the page on security names tests that exist, and every setting there is one. */
class SecurityTest {

    private static final Path ROOT = Path.of("../..");
    private static final Pattern ROW =
            Pattern.compile("^\\| (?!somebody )(.+) \\| (.+) \\| (.+) \\|$", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");
    private static final Pattern SETTING = Pattern.compile("`(shaddock\\.[\\w.-]+)");

    @Test
    void shouldHaveRows() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void shouldNameTestsThatExist(String row, String tests) throws IOException {
        List<String> named = names(tests, NAME);

        assertThat(named).isNotEmpty();
        assertThat(testClasses()).containsAll(named);
    }

    @Test
    void shouldNameSettingsThatExist() throws IOException {
        String defaults = new String(
                Framework.class
                        .getResourceAsStream("/META-INF/microprofile-config.properties")
                        .readAllBytes(),
                StandardCharsets.UTF_8);

        assertThat(names(page(), SETTING)).isNotEmpty().allSatisfy(key -> assertThat(defaults)
                .contains("\n" + key + "="));
    }

    static List<Arguments> rows() throws IOException {
        return ROW.matcher(page())
                .results()
                .filter(row -> !row.group(1).startsWith("-"))
                .map(row -> Arguments.of(row.group(1), row.group(3)))
                .toList();
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/security.md"));
    }

    private static List<String> names(String text, Pattern pattern) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static Set<String> testClasses() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.map(Path::toString)
                    .filter(file -> file.contains("/src/test/java/") && file.endsWith(".java"))
                    .map(file -> file.substring(file.lastIndexOf('/') + 1, file.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
