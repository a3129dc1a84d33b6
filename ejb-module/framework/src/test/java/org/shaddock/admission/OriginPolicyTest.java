package org.shaddock.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginPolicyTest {

    private static final String OWN = "http://game.example:8080";

    private final OriginPolicy policy = new OriginPolicy(List.of("https://Partner.example/", "http://localhost:3000"));

    @Test
    void shouldAllowClientsThatAreNoBrowsers() {
        assertThat(policy.allows(null, List.of(OWN))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http://game.example:8080,true",
        "HTTP://GAME.example:8080,true",
        "http://game.example,false",
        "https://game.example:8080,false",
        "http://evil.example:8080,false",
        "http://game.example:80801,false",
        "http://game.example:8080.evil.example,false",
        "https://partner.example,true",
        "https://partner.example:443,true",
        "https://partner.example:444,false",
        "http://partner.example,false",
        "http://localhost:3000,true",
        "null,false",
        "'',false"
    })
    void shouldAllowItsOwnPagesAndThoseOnTheList(String origin, boolean allowed) {
        assertThat(policy.allows(origin, List.of(OWN))).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "http://game.example,http://game.example:80",
        "https://game.example,https://game.example:443",
        "http://[::1],http://[::1]:80"
    })
    void shouldNotMindDefaultPorts(String origin, String own) {
        assertThat(policy.allows(origin, List.of(own))).isTrue();
    }

    @Test
    void shouldAllowEveryPageWhenAStarIsOnTheList() {
        assertThat(new OriginPolicy(List.of("*")).allows("null", List.of(OWN))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https://game.example",
                "http://localhost:3000",
                "https://[::1]:8443/",
                "capacitor://localhost"
            })
    void shouldReadOrigins(String text) {
        assertThat(OriginPolicy.parse(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"game.example", "https:game.example", "https://game.example/chat", "null", "//game.example"})
    void shouldRefuseWhatNoPageCouldHaveAsOrigin(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OriginPolicy.parse(text))
                .withMessageStartingWith("write it as https://game.example");
    }
}
