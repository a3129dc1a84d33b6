package org.shaddock.web.connector;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shaddock.api.Client;

class AdmittedRequestTest {

    private static final Client CLIENT = new Client("198.51.100.7", "game.example", 443, true);

    @Test
    void shouldCarryTheClientInItsPrincipal() {
        AdmittedRequest request = new AdmittedRequest(requestOf(null), CLIENT);

        assertThat(request.getUserPrincipal()).isEqualTo(new AdmittedRequest.Caller("", CLIENT));
    }

    @Test
    void shouldKeepTheNameOfAnAuthenticatedUser() {
        Principal ann = () -> "ann";

        assertThat(new AdmittedRequest(requestOf(ann), CLIENT)
                        .getUserPrincipal()
                        .getName())
                .isEqualTo("ann");
    }

    @Test
    void shouldShowTheClientsAddressAndNotTheProxys() {
        assertThat(new AdmittedRequest(requestOf(null), CLIENT).getRemoteAddr()).isEqualTo("198.51.100.7");
    }

    private static HttpServletRequest requestOf(Principal principal) {
        return Stubs.of(HttpServletRequest.class, Map.of("getUserPrincipal", arguments -> principal));
    }
}
