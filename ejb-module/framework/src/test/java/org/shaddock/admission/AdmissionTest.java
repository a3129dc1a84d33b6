package org.shaddock.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaddock.admission.Admission.Attempt;
import org.shaddock.api.Client;
import org.shaddock.metrics.Counters;

class AdmissionTest {

    private final Counters counters = new Counters();
    private final Admission admission = new Admission(
            new OriginPolicy(List.of()),
            host -> List.of("http://" + host + ":8280"),
            new AddressBlocks(List.of(Cidr.parse("203.0.113.0/24"))),
            new TrustedProxies(List.of(Cidr.parse("10.0.0.1"))),
            counters);

    @Test
    void shouldLetAClientInAndSayWhereItCameFrom() {
        Attempt attempt = new Attempt("198.51.100.7", "game.example", 8080, false, null, List.of(), null);

        assertThat(admission.decide(attempt))
                .isEqualTo(new Admission.Decision(new Client("198.51.100.7", "game.example", 8080, false), null));
    }

    @Test
    void shouldRefuseABlockedAddress() {
        assertThat(refusal("203.0.113.7", List.of())).isEqualTo("Your address is blocked.");
        assertThat(counters.value("connection.refused.blocked")).isOne();
    }

    @Test
    void shouldRefuseABlockedAddressBehindAProxy() {
        assertThat(refusal("10.0.0.1", List.of("203.0.113.7"))).isEqualTo("Your address is blocked.");
    }

    @Test
    void shouldNotBelieveAForwardedAddressFromAStranger() {
        assertThat(refusal("198.51.100.7", List.of("203.0.113.7"))).isNull();
        assertThat(refusal("203.0.113.7", List.of("198.51.100.7"))).isNotNull();
    }

    @Test
    void shouldRefuseAPageOfAnotherOriginAndSayWhichSettingHelps() {
        Attempt attempt =
                new Attempt("198.51.100.7", "game.example", 80, false, "http://evil.example", List.of(), null);

        assertThat(admission.decide(attempt).refusal()).contains("shaddock.connector.origins");
        assertThat(counters.value("connection.refused.origin")).isOne();
    }

    @Test
    void shouldLetInAPageOfAnotherConnectorOfTheCluster() {
        Attempt attempt =
                new Attempt("198.51.100.7", "game.example", 8180, false, "http://game.example:8280", List.of(), null);

        assertThat(admission.decide(attempt).refusal()).isNull();
    }

    @Test
    void shouldKnowItsOwnOriginBehindAProxyThatSpeaksTls() {
        Attempt attempt = new Attempt(
                "10.0.0.1", "game.example", 80, false, "https://game.example", List.of("198.51.100.7"), "HTTPS");

        assertThat(admission.decide(attempt))
                .isEqualTo(new Admission.Decision(new Client("198.51.100.7", "game.example", 443, true), null));
    }

    @Test
    void shouldKeepAPortThatTheClientDialledAtTheProxy() {
        Attempt attempt = new Attempt(
                "10.0.0.1", "game.example", 8443, false, "https://game.example:8443", List.of("198.51.100.7"), "https");

        assertThat(admission.decide(attempt).refusal()).isNull();
        assertThat(admission.decide(attempt).client().port()).isEqualTo(8443);
    }

    @Test
    void shouldNotBelieveAForwardedSchemeFromAStranger() {
        Attempt attempt = new Attempt("198.51.100.7", "game.example", 80, false, null, List.of(), "https");

        assertThat(admission.decide(attempt).client().secure()).isFalse();
    }

    private String refusal(String peer, List<String> forwardedFor) {
        return admission
                .decide(new Attempt(peer, "game.example", 80, false, null, forwardedFor, null))
                .refusal();
    }
}
