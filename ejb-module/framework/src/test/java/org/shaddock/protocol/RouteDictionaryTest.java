package org.shaddock.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RouteDictionaryTest {

    static Stream<Vector> dictionaries() {
        return Vector.with("version", "dictionaries.txt");
    }

    private static RouteDictionary dictionary(Vector vector) {
        return RouteDictionary.of(routes(vector, "handlers"), routes(vector, "extras"));
    }

    private static List<String> routes(Vector vector, String key) {
        return Stream.of(vector.text(key).split(" "))
                .filter(route -> !route.isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("dictionaries")
    void shouldGiveCodesAsPomeloDoes(Vector vector) {
        RouteDictionary dictionary = dictionary(vector);

        assertThat(dictionary.routeToCode())
                .hasToString(vector.json("routeToCode").toString());
        assertThat(dictionary.codeToRoute())
                .hasToString(vector.json("codeToRoute").toString());
    }

    @ParameterizedTest
    @MethodSource("dictionaries")
    void shouldHaveVersionOfPomelo(Vector vector) {
        assertThat(dictionary(vector).version()).isEqualTo(vector.text("version"));
    }

    @ParameterizedTest
    @MethodSource("dictionaries")
    void shouldFindWhatItShows(Vector vector) {
        RouteDictionary dictionary = dictionary(vector);

        dictionary.routeToCode().forEach((route, code) -> assertThat(dictionary.code(route))
                .isEqualTo(code));
        dictionary.codeToRoute().forEach((code, route) -> assertThat(dictionary.route(Integer.parseInt(code)))
                .isEqualTo(route));
    }

    @Test
    void shouldKnowNothingElse() {
        RouteDictionary dictionary = RouteDictionary.of(List.of("a.b.c"), List.of());

        assertThat(dictionary.code("a.b.d")).isZero();
        assertThat(dictionary.route(0)).isNull();
        assertThat(dictionary.route(-1)).isNull();
        assertThat(dictionary.route(2)).isNull();
        assertThat(dictionary.isEmpty()).isFalse();
    }

    @Test
    void shouldBeEmptyWithoutRoutes() {
        assertThat(RouteDictionary.EMPTY.isEmpty()).isTrue();
        assertThat(RouteDictionary.of(List.of(), List.of()).version()).isEqualTo(RouteDictionary.EMPTY.version());
    }

    @Test
    void shouldHoldAsManyRoutesAsTwoBytesCanNumber() {
        List<String> routes = Collections.nCopies(65535, "a");

        assertThat(RouteDictionary.of(List.of(), routes).code("a")).isEqualTo(65535);
    }

    @Test
    void shouldRefuseMoreRoutesThanTwoBytesCanNumber() {
        List<String> routes = Collections.nCopies(65535, "a");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RouteDictionary.of(List.of("b"), routes))
                .withMessage("A route dictionary holds at most 65535 routes, not 65536; leave some out of the extra"
                        + " routes.");
    }

    @Test
    void shouldRefuseEmptyRoute() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RouteDictionary.of(List.of("a"), List.of("")))
                .withMessage("A route in the dictionary is empty; remove it.");
    }
}
