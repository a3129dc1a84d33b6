package org.shaddock.web.connector;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shaddock.api.Client;
import org.shaddock.api.Identity;
import org.shaddock.session.Upgrade;

class AdmittedRequestTest {

    private static final Client CLIENT = new Client("198.51.100.7", "game.example", 443, true);
    private static final HttpServletRequest REQUEST = Stubs.of(HttpServletRequest.class, Map.of());

    @Test
    void shouldCarryTheClientAndWhatItHasShownInItsPrincipal() {
        Upgrade upgrade = new Upgrade("token", new Identity("ann"));

        AdmittedRequest request = new AdmittedRequest(REQUEST, Caller.of(CLIENT, upgrade));

        assertThat(request.getUserPrincipal()).isEqualTo(new Caller("ann", CLIENT, upgrade));
    }

    @Test
    void shouldShowTheClientsAddressAndNotTheProxys() {
        AdmittedRequest request = new AdmittedRequest(REQUEST, Caller.of(CLIENT, Upgrade.NOTHING));

        assertThat(request.getRemoteAddr()).isEqualTo("198.51.100.7");
    }

    @Test
    void shouldKeepTokensOutOfTexts() {
        assertThat(Caller.of(CLIENT, new Upgrade("secret", null)).toString()).isEmpty();
    }
}
