package org.shaddock.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {

    private final TrustedProxies proxies =
            new TrustedProxies(List.of(Cidr.parse("10.0.0.0/8"), Cidr.parse("fd00::/8")));

    @Test
    void shouldTakeThePeerWhenItIsNoProxyOfOurs() {
        assertThat(proxies.client("203.0.113.9", List.of("198.51.100.7"))).isEqualTo("203.0.113.9");
    }

    @Test
    void shouldTakeWhatAProxyReports() {
        assertThat(proxies.client("10.0.0.1", List.of(" 198.51.100.7 "))).isEqualTo("198.51.100.7");
        assertThat(proxies.client("fd00::1", List.of("2001:db8::7"))).isEqualTo("2001:db8::7");
    }

    @Test
    void shouldIgnoreWhatAClientMadeUp() {
        assertThat(proxies.client("10.0.0.1", List.of("127.0.0.1", "10.9.9.9", "198.51.100.7", "10.0.0.2")))
                .isEqualTo("198.51.100.7");
    }

    @Test
    void shouldTakeTheFirstProxyWhenAllAreTrusted() {
        assertThat(proxies.client("10.0.0.1", List.of("10.0.0.3", "10.0.0.2"))).isEqualTo("10.0.0.3");
    }

    @Test
    void shouldTakeTheProxyThatReportedNonsense() {
        assertThat(proxies.client("10.0.0.1", List.of("198.51.100.7", "unknown")))
                .isEqualTo("10.0.0.1");
        assertThat(proxies.client("10.0.0.1", List.of("198.51.100.7:4711"))).isEqualTo("10.0.0.1");
    }

    @Test
    void shouldTakeTheProxyWhenItReportsNothing() {
        assertThat(proxies.client("10.0.0.1", List.of())).isEqualTo("10.0.0.1");
    }

    @Test
    void shouldTrustNobodyWhenNoneIsNamed() {
        TrustedProxies none = new TrustedProxies(List.of());

        assertThat(none.client("10.0.0.1", List.of("198.51.100.7"))).isEqualTo("10.0.0.1");
        assertThat(none.isTrusted("")).isFalse();
    }
}
