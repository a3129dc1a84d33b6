package org.shaddock.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The console's pages show what clients have named: users, areas, channels. */
class PageTest {

    private static final Path PAGES = Path.of("src/main/resources/pages");
    private static final Pattern TEXT = Pattern.compile("<\\S*(?:staticText|verbatim|outputText)\\b[^>]*>");

    /** The console's text elements escape what they show only where they are told to. */
    @ParameterizedTest
    @MethodSource("pages")
    void shouldEscapeAllItShows(Path page) throws IOException {
        assertThat(TEXT.matcher(Files.readString(page)).results().map(MatchResult::group))
                .allSatisfy(element -> assertThat(element).startsWith("<sun:staticText escape=\"true\""));
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.filter(file -> file.toString().matches(".*\\.(jsf|inc)"))
                    .toList();
        }
    }
}
