package org.shaddock.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    private static final String LIST =
            "{\"total\":7,\"rows\":[{\"member\":\"m\",\"serverTypes\":[\"room\",\"chat\"],\"sessions\":3}]}";

    @Test
    void shouldReadTheRowsOfAList() {
        assertThat(Json.rows(LIST))
                .containsExactly(Map.of("member", "m", "serverTypes", List.of("room", "chat"), "sessions", 3L));
    }

    @Test
    void shouldReadHowManyThereAreInAll() {
        assertThat(Json.total(LIST)).isEqualTo(7);
    }

    @Test
    void shouldGiveBackTheTextsOfAnArray() {
        List<String> texts = List.of("m#1", "say \"no\", then\ngo", "");

        assertThat(Json.texts(Json.array(texts))).isEqualTo(texts);
    }
}
