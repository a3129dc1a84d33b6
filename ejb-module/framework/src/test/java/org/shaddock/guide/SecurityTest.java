package org.shaddock.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
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
    private static final Pattern TEST = Pattern.compile("`(\\w+)(?:#(\\w+))?`");
    private static final Pattern SETTING = Pattern.compile("`(shaddock\\.[\\w.-]+)");

    private static Map<String, Path> sources;

    @BeforeAll
    static void findTests() throws IOException {
        sources = testClasses();
    }

    @Test
    void shouldHaveRows() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void shouldNameTestsThatExist(String row, String tests) throws IOException {
        List<MatchResult> named = TEST.matcher(tests).results().toList();

        assertThat(named).isNotEmpty();
        for (MatchResult test : named) {
            Path source = sources.get(test.group(1));
            assertThat(source).as(test.group(1)).isNotNull();
            if (test.group(2) != null) {
                assertThat(source).content().contains("void " + test.group(2) + "(");
            }
        }
    }

    @Test
    void shouldNameSettingsThatExist() throws IOException {
        String defaults = new String(
                Framework.class
                        .getResourceAsStream("/META-INF/microprofile-config.properties")
                        .readAllBytes(),
                StandardCharsets.UTF_8);

        assertThat(SETTING.matcher(page()).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(defaults).contains("\n" + key + "="));
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

    /** The sources of all tests, by class; of two with one name, either. */
    private static Map<String, Path> testClasses() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().contains("/src/test/java/"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            file -> file,
                            (one, other) -> one));
        }
    }
}
