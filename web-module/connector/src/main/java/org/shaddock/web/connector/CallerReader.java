package org.shaddock.web.connector;

import jakarta.security.jacc.PolicyContext;
import jakarta.security.jacc.PolicyContextException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.security.auth.Subject;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.Identity;
import org.shaddock.session.Upgrade;

/** Reads what an upgrade request shows of its caller: a bearer token, and whom the container has authenticated, or can. */
final class CallerReader {

    private static final String AUTHORIZATION = "Authorization";
    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";
    private static final String SUBJECT = "javax.security.auth.Subject.container";

    private final boolean asksCaller;
    private final @Nullable String cookie;

    /**
     * The cookie that holds a token, if any, is named by MicroProfile JWT's own settings.
     *
     * @param asksCaller whether it matters who the caller is
     */
    CallerReader(boolean asksCaller, Config config) {
        this.asksCaller = asksCaller;
        String header =
                config.getOptionalValue("mp.jwt.token.header", String.class).orElse(AUTHORIZATION);
        this.cookie = header.equals("Cookie")
                ? config.getOptionalValue("mp.jwt.token.cookie", String.class).orElse("Bearer")
                : null;
    }

    /** @throws ServletException when the container does not know the name and password of the Authorization header */
    Upgrade read(HttpServletRequest request) throws ServletException {
        return new Upgrade(token(request), asksCaller ? caller(request) : null);
    }

    private String token(HttpServletRequest request) {
        if (cookie == null) {
            return after(BEARER, request);
        }
        Cookie[] sent = request.getCookies();
        return Stream.of(sent == null ? new Cookie[0] : sent)
                .filter(each -> each.getName().equals(cookie))
                .map(Cookie::getValue)
                .findFirst()
                .orElse("");
    }

    private static @Nullable Identity caller(HttpServletRequest request) throws ServletException {
        String basic = after(BASIC, request);
        if (request.getUserPrincipal() == null && !basic.isEmpty()) {
            login(request, basic);
        }
        Principal principal = request.getUserPrincipal();
        return principal == null || principal.getName().isEmpty() ? null : new Identity(principal.getName(), groups());
    }

    private static void login(HttpServletRequest request, String basic) throws ServletException {
        try {
            String[] parts = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8).split(":", 2);
            request.login(parts[0], parts.length == 2 ? parts[1] : "");
        } catch (IllegalArgumentException e) {
            throw new ServletException("No Base64.", e);
        }
    }

    /** The container keeps an authenticated caller's groups as principals of a class of its own, beside the caller. */
    private static Set<String> groups() {
        try {
            return PolicyContext.getHandlerKeys().contains(SUBJECT)
                            && PolicyContext.getContext(SUBJECT) instanceof Subject subject
                    ? subject.getPrincipals().stream()
                            .filter(principal ->
                                    principal.getClass().getSimpleName().equals("Group"))
                            .map(Principal::getName)
                            .collect(Collectors.toSet())
                    : Set.of();
        } catch (PolicyContextException e) {
            throw new IllegalStateException("The container does not tell the caller's groups.", e);
        }
    }

    private static String after(String scheme, HttpServletRequest request) {
        String header = request.getHeader(AUTHORIZATION);
        return header != null && header.toLowerCase(Locale.ROOT).startsWith(scheme)
                ? header.substring(scheme.length()).strip()
                : "";
    }
}
