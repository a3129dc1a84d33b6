package org.shaddock.web.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.shaddock.api.Identity;
import org.shaddock.session.Upgrade;

class CallerReaderTest {

    private static final Map<String, String> COOKIES = Map.of("mp.jwt.token.header", "Cookie");

    private final List<String> logins = new ArrayList<>();

    @Test
    void shouldReadABearerToken() throws ServletException {
        assertThat(read(false, Map.of(), request("Bearer abc.def"))).isEqualTo(new Upgrade("abc.def", null));
        assertThat(read(false, Map.of(), request("bearer  abc")).token()).isEqualTo("abc");
        assertThat(read(false, Map.of(), request(null))).isEqualTo(Upgrade.NOTHING);
    }

    @Test
    void shouldReadATokenFromTheCookieThatIsConfiguredAndFromNothingElse() throws ServletException {
        HttpServletRequest request = request("Bearer header", new Cookie("Bearer", "cookie"));

        assertThat(read(false, COOKIES, request).token()).isEqualTo("cookie");
        assertThat(read(false, Map.of(), request).token()).isEqualTo("header");
        assertThat(read(false, COOKIES, request("Bearer header")).token()).isEmpty();
    }

    @Test
    void shouldLetTheContainerCheckNameAndPasswordWhenItMatters() throws ServletException {
        HttpServletRequest request = request("Basic " + base64("ann:pass:word"));

        assertThat(read(true, Map.of(), request).caller()).isEqualTo(new Identity("ann"));
        assertThat(read(false, Map.of(), request).caller()).isNull();
        assertThat(logins).containsExactly("ann pass:word");
    }

    @Test
    void shouldRefuseWhatIsNoNameAndPassword() {
        assertThatExceptionOfType(ServletException.class).isThrownBy(() -> read(true, Map.of(), request("Basic %%%")));
        assertThatExceptionOfType(ServletException.class)
                .isThrownBy(() -> read(true, Map.of(), request("Basic " + base64("wrong"))));
    }

    private static Upgrade read(boolean asksCaller, Map<String, String> settings, HttpServletRequest request)
            throws ServletException {
        Config config = Stubs.of(
                Config.class,
                Map.of("getOptionalValue", arguments -> Optional.ofNullable(settings.get((String) arguments[0]))));
        return new CallerReader(asksCaller, config).read(request);
    }

    /** The container knows all who have a password. */
    private HttpServletRequest request(String authorization, Cookie... cookies) {
        return Stubs.of(
                HttpServletRequest.class,
                Map.of(
                        "getHeader",
                        arguments -> authorization,
                        "getCookies",
                        arguments -> cookies.length == 0 ? null : cookies,
                        "getUserPrincipal",
                        arguments -> logins.isEmpty()
                                ? null
                                : (Principal) () -> logins.get(0).split(" ")[0],
                        "login",
                        arguments -> login((String) arguments[0], (String) arguments[1])));
    }

    private Object login(String name, String password) {
        if (password.isEmpty()) {
            return sneak(new ServletException("Unknown."));
        }
        logins.add(name + " " + password);
        return null;
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> Object sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
