package org.shaddock.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.shaddock.testing.Json.json;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shaddock.handler.DefinitionException;
import org.shaddock.protocol.Protos;
import org.shaddock.testing.Json;

class WireFilesTest {

    private static final String ROUTE = "chat.chatHandler.send";

    @TempDir
    private Path folder;

    private final List<URL> jars = new ArrayList<>();

    @Test
    void shouldFindNothingWhereThereIsNothing() {
        assertThat(files().extraRoutes()).isEmpty();
        assertThat(files().protos(Set.of(ROUTE)).isEmpty()).isTrue();
    }

    @Test
    void shouldPutTheFilesOfSeveralJarsTogether() throws IOException {
        jar("dictionary.json", "['onChat']");
        jar("dictionary.json", "['onAdd','onLeave']");
        jar("serverProtos.json", "{'onChat':{'required string msg':1}}");
        jar("serverProtos.json", "{'onAdd':{'required string user':1}}");

        Protos protos = files().protos(Set.of());

        assertThat(files().extraRoutes()).containsExactly("onChat", "onAdd", "onLeave");
        assertThat(protos.server().defines("onChat")).isTrue();
        assertThat(protos.server().defines("onAdd")).isTrue();
        assertThat(protos.client().isEmpty()).isTrue();
    }

    @Test
    void shouldRefuseTwoDefinitionsOfOneRoute() throws IOException {
        jar("clientProtos.json", "{'a.b.c':{'required string msg':1}}");
        jar("clientProtos.json", "{'a.b.c':{'required string msg':1}}");

        assertThatExceptionOfType(DefinitionException.class)
                .isThrownBy(() -> files().protos(Set.of()))
                .withMessageContaining("clientProtos.json defines 'a.b.c' once more: keep one definition.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {'route':1}  | dictionary.json must be a JSON array of route names
                    ['a',        | dictionary.json must be a JSON array of route names
                    [null]       | dictionary.json must be a JSON array of route names: it contains null.
                    """)
    void shouldSayWhatADictionaryMustBe(String text, String problem) throws IOException {
        jar("dictionary.json", text);

        assertThatExceptionOfType(DefinitionException.class)
                .isThrownBy(() -> files().extraRoutes())
                .withMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {                                 | serverProtos.json cannot be read: The body is not JSON
                    []                                | serverProtos.json cannot be read: Expected a JSON object.
                    {'onChat':{'optional bool x':1}}  | META-INF/shaddock/serverProtos.json:
                    """)
    void shouldSayWhatIsWrongWithSchemas(String text, String problem) throws IOException {
        jar("serverProtos.json", text);

        assertThatExceptionOfType(DefinitionException.class)
                .isThrownBy(() -> files().protos(Set.of()))
                .withMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {'optional string msg':1}
                    {'optional string code':1}
                    {'optional uInt32 code':1,'required string msg':2}
                    """)
    void shouldRefuseAnAnswerThatCouldCarryNoError(String fields) throws IOException {
        jar("serverProtos.json", "{'" + ROUTE + "':" + fields + "}");

        assertThatExceptionOfType(DefinitionException.class)
                .isThrownBy(() -> files().protos(Set.of(ROUTE)))
                .withMessage("META-INF/shaddock/serverProtos.json: the answer of '" + ROUTE + "' could not carry an"
                        + " error; add \"optional uInt32 code\" and make its other fields optional, or leave the route"
                        + " out.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {'optional uInt32 code':1,'optional string msg':2,'repeated int32 list':3}
                    {'required uInt32 code':1}
                    """)
    void shouldTakeAnAnswerThatCanCarryAnError(String fields) throws IOException {
        jar("serverProtos.json", "{'" + ROUTE + "':" + fields + "}");

        assertThat(files().protos(Set.of(ROUTE)).server().defines(ROUTE)).isTrue();
    }

    private void jar(String name, String text) throws IOException {
        Path jar = folder.resolve("jar" + jars.size());
        Path file = jar.resolve("META-INF/shaddock").resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, json(text));
        jars.add(jar.toUri().toURL());
    }

    private WireFiles files() {
        return new WireFiles(new URLClassLoader(jars.toArray(URL[]::new), null), Json.CODEC);
    }
}
