package org.shaddock.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every snippet of the guide is a region of a class that compiles. */
class GuideTest {

    private static final Path GUIDE = Path.of("../../docs/guide.md");
    private static final Path SOURCES = Path.of("src/test/java/org/shaddock/guide");
    private static final Pattern SNIPPET =
            Pattern.compile("<!-- snippet: (\\w+)#(\\w+) -->\n```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void shouldMarkEveryJavaBlockAsSnippet() throws IOException {
        String guide = Files.readString(GUIDE);

        assertThat(snippets()).hasSize(guide.split("```java", -1).length - 1).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void shouldShowCodeThatCompiles(Snippet snippet) throws IOException {
        String source = Files.readString(SOURCES.resolve(snippet.file() + ".java"));
        String start = "// tag::" + snippet.tag() + "[]\n";
        String end = "// end::" + snippet.tag() + "[]";
        String region = source.substring(source.indexOf(start) + start.length(), source.indexOf(end));

        assertThat(snippet.code()).isEqualToIgnoringWhitespace(region);
    }

    static List<Snippet> snippets() throws IOException {
        return SNIPPET.matcher(Files.readString(GUIDE))
                .results()
                .map(GuideTest::snippet)
                .toList();
    }

    private static Snippet snippet(MatchResult match) {
        return new Snippet(match.group(1), match.group(2), match.group(3));
    }

    record Snippet(String file, String tag, String code) {}
}
