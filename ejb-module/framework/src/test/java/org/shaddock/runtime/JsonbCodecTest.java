package org.shaddock.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.shaddock.testing.Json.CODEC;
import static org.shaddock.testing.Json.json;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.HandlerException;
import org.shaddock.testing.LogRecorder;

class JsonbCodecTest {

    @Test
    void shouldBindARecordInARecord() {
        Move move = (Move) CODEC.read(json("{'name':'ann','to':{'x':1,'y':2},'path':[{'x':3,'y':4}]}"), Move.class);

        assertThat(move).isEqualTo(new Move("ann", new Point(1, 2), null, List.of(new Point(3, 4)), 0));
    }

    @Test
    void shouldBindAGenericType() {
        assertThat(CODEC.read(json("[{'x':1,'y':2}]"), generic("points"))).isEqualTo(List.of(new Point(1, 2)));
    }

    @Test
    void shouldBindAnArray() {
        assertThat((String[]) CODEC.read(json("['a','b']"), String[].class)).containsExactly("a", "b");
    }

    @Test
    void shouldTakeAnEmptyBodyForAnEmptyObject() {
        assertThat(CODEC.read(new byte[0], Point.class)).isEqualTo(new Point(0, 0));
    }

    @Test
    void shouldIgnoreFieldsItDoesNotKnow() {
        assertThat(CODEC.read(json("{'x':1,'__route__':'a.b.c'}"), Point.class)).isEqualTo(new Point(1, 0));
    }

    @Test
    void shouldReadTextInUtf8() {
        assertThat(((Move) CODEC.read(json("{'name':'h\u00e9 \ud83d\ude00'}"), Move.class)).name())
                .isEqualTo("h\u00e9 \ud83d\ude00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {'name':{}}                            | name has the wrong type
                    {'name':['a']}                         | name has the wrong type
                    {'name':'a','to':5}                    | to has the wrong type
                    {'name':'a','to':{'x':'far'}}          | to.x has the wrong type
                    {'name':'a','path':[{'x':'far'}]}      | path.x has the wrong type
                    {'name':'a','path':{}}                 | path has the wrong type
                    {'name':'a','turns':null}              | turns has the wrong type
                    {'name':'a','turns':'many'}            | turns has the wrong type
                    {'name':'a','side':'UP'}               | side has the wrong type
                    []                                     | The body does not fit what its route expects.
                    'text'                                 | The body does not fit what its route expects.
                    null                                   | The body must be a JSON object, not null.
                    {                                      | The body is not JSON: it ends too early.
                    nonsense                               | The body is not JSON: unexpected 'o' at byte 1.
                    {}                                     | name must not be blank
                    {'name':null}                          | name must not be blank
                    {'name':'a','turns':11}                | turns must be less than or equal to 10
                    {'name':'a','to':{'x':101}}            | to.x must be less than or equal to 100
                    {'name':'a','path':[{},{'y':101}]}     | path[1].y must be less than or equal to 100
                    """)
    void shouldNameTheFieldWhenABodyIsBad(String body, String problem) {
        assertThatExceptionOfType(HandlerException.class)
                .isThrownBy(() -> CODEC.read(json(body), Move.class))
                .withMessage(problem)
                .matches(e -> e.code() == ErrorCode.BAD_BODY);
    }

    @Test
    void shouldNameTheFirstFieldWhenSeveralAreBad() {
        assertThatExceptionOfType(HandlerException.class)
                .isThrownBy(() -> CODEC.read(json("{'turns':11,'name':''}"), Move.class))
                .withMessage("name must not be blank");
    }

    @Test
    void shouldValidateTheElementsOfAList() {
        assertThatExceptionOfType(HandlerException.class)
                .isThrownBy(() -> CODEC.read(json("[{'x':101}]"), generic("points")))
                .withMessage("x must be less than or equal to 100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'x':[", "{'z':[[[", "{'z':{", "{'n':1e999999999}", "{'x':1e999999999}"})
    void shouldRefuseAtOnceWhatAParserWouldWorkOnForEver(String body) {
        assertTimeoutPreemptively(ofSeconds(5), () -> assertThatExceptionOfType(HandlerException.class)
                .isThrownBy(() -> CODEC.read(json(body), Point.class))
                .withMessageStartingWith("The body is not JSON: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{'a':"})
    void shouldRefuseDeepNesting(String opening) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CODEC.readObject(json(opening.repeat(10_000))))
                .withMessageContaining("nested deeper");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "5", "'text'", "null", "true", "{", "nonsense"})
    void shouldRefuseAnythingButAnObjectWhereOneIsNeeded(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> CODEC.readObject(json(text)));
    }

    @Test
    void shouldReadAnObjectAsMapsAndLists() {
        Map<String, Object> object = CODEC.readObject(json("{'a':{'b':[1,'x',true,null]}}"));

        assertThat(object).hasToString("{a={b=[1, x, true, null]}}");
    }

    @Test
    void shouldWriteARecordWithoutItsNulls() {
        assertThat(written(new Move("ann", new Point(1, 2), null, null, 3)))
                .isEqualTo("{\"name\":\"ann\",\"to\":{\"x\":1,\"y\":2},\"turns\":3}");
    }

    @Test
    void shouldWriteAGenericRecord() {
        assertThat(written(new Page<>(List.of(new Point(1, 2)), 7)))
                .isEqualTo("{\"items\":[{\"x\":1,\"y\":2}],\"total\":7}");
    }

    @Test
    void shouldWriteBytesAsTheyAre() {
        assertThat(written(json("{'ready':'made'}"))).isEqualTo("{\"ready\":\"made\"}");
    }

    @Test
    void shouldNameTheTypeWhenAValueCannotBeWritten() {
        try (LogRecorder library = LogRecorder.of("org.eclipse.yasson")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CODEC.write(new Broken()))
                    .withMessage("A " + Broken.class.getName() + " cannot be written as JSON.");
            assertThat(library.records()).isNotEmpty();
        }
    }

    @Test
    void shouldRefuseAValueThatContainsItself() {
        Map<String, Object> snake = new HashMap<>();
        snake.put("tail", snake);
        try (LogRecorder library = LogRecorder.of("org.eclipse.yasson")) {
            assertThatIllegalArgumentException().isThrownBy(() -> CODEC.write(snake));
            assertThat(library.records()).isNotEmpty();
        }
    }

    @Test
    void shouldRefuseNumbersThatJsonDoesNotHave() {
        try (LogRecorder library = LogRecorder.of("org.eclipse.yasson")) {
            assertThatIllegalArgumentException().isThrownBy(() -> CODEC.write(Map.of("n", Double.NaN)));
            assertThat(library.records()).isNotEmpty();
        }
    }

    private static String written(Object value) {
        return new String(CODEC.write(value), UTF_8);
    }

    private static Type generic(String field) {
        try {
            return Generics.class.getDeclaredField(field).getGenericType();
        } catch (NoSuchFieldException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public enum Side {
        LEFT,
        RIGHT
    }

    public record Point(@Max(100) int x, @Max(100) int y) {}

    public record Move(
            @NotBlank String name,
            @Valid Point to,
            Side side,
            List<@Valid @NotNull Point> path,
            @Max(10) int turns) {}

    public record Page<T>(List<T> items, int total) {}

    public static final class Broken {
        public String getName() {
            throw new IllegalStateException("broken");
        }
    }

    private static final class Generics {
        @SuppressWarnings("unused")
        List<Point> points;
    }
}
