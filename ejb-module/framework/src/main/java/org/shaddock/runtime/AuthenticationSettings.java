package org.shaddock.runtime;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shaddock.config.ConfigReader;
import org.shaddock.session.AuthenticationTerms;

/**
 * How clients say who they are.
 *
 * @param methods the ways that come with the framework, in the order they are asked
 * @param terms how strictly they are asked
 * @param threads how many clients are asked at once
 * @param tokensOnce whether a token opens one session only
 */
public record AuthenticationSettings(List<Method> methods, AuthenticationTerms terms, int threads, boolean tokensOnce) {

    private static final Map<String, Method> BY_NAME =
            Stream.of(Method.values()).collect(Collectors.toMap(Method::written, method -> method));

    static AuthenticationSettings read(ConfigReader config) {
        return new AuthenticationSettings(
                config.list("shaddock.authentication.methods", AuthenticationSettings::method),
                new AuthenticationTerms(
                        config.flag("shaddock.authentication.required"),
                        config.number("shaddock.authentication.timeout-millis", 10L, 600_000L),
                        config.number("shaddock.authentication.failures-per-minute", 1, 1_000_000)),
                config.number("shaddock.authentication.threads", 1, 1000),
                config.flag("shaddock.authentication.tokens-once"));
    }

    /** Whether it matters whom the container has authenticated. */
    public boolean asksCaller() {
        return methods.contains(Method.CALLER);
    }

    private static Method method(String name) {
        Method method = BY_NAME.get(name);
        if (method == null) {
            throw new IllegalArgumentException("use token, caller or password.");
        }
        return method;
    }

    /** A way to find out who a client is. */
    public enum Method {
        /** A JSON Web Token, under the container's MicroProfile JWT. */
        TOKEN,
        /** Whom the container has authenticated with the request that opened the connection. */
        CALLER,
        /** A name and a password in the handshake, for the container's identity stores. */
        PASSWORD;

        String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
