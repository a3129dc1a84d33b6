package org.shaddock.runtime;

import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.Authenticator;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.HandlerException;
import org.shaddock.cluster.Ratchet;
import org.shaddock.config.ConfigException;

/** The ways in which this server finds out who a client is. */
final class Authenticators {

    private static final Duration LONGEST = Duration.ofDays(1);

    private final BeanManager beans;
    private final Supplier<Ratchet> ratchet;

    /** @param ratchet for tokens that open one session only */
    Authenticators(BeanManager beans, Supplier<Ratchet> ratchet) {
        this.beans = beans;
        this.ratchet = ratchet;
    }

    /**
     * In the order they are asked.
     *
     * @param own the game's, or {@code null}
     * @throws ConfigException if one that is set cannot be had
     */
    List<Authenticator> list(AuthenticationSettings settings, @Nullable Authenticator own) {
        List<Authenticator> ways = new ArrayList<>();
        if (own != null) {
            ways.add(own);
        }
        settings.methods().stream()
                .distinct()
                .map(method -> way(method, settings))
                .forEach(ways::add);
        return ways;
    }

    /**
     * Before anything starts, so that whoever deploys is told.
     *
     * @param own whether the game has a way of its own
     * @throws ConfigException if some are required and there are none, or there is no key to check tokens with
     */
    static void check(AuthenticationSettings settings, boolean own) {
        if (settings.terms().required() && settings.methods().isEmpty() && !own) {
            throw new ConfigException("shaddock.authentication.required is true, but nobody could come in: set"
                    + " shaddock.authentication.methods to token, caller or password, or give the game a bean of the type"
                    + " org.shaddock.api.Authenticator.");
        }
        if (settings.methods().contains(AuthenticationSettings.Method.TOKEN)) {
            TokenAuthenticator.checkKeys();
        }
    }

    private Authenticator way(AuthenticationSettings.Method method, AuthenticationSettings settings) {
        return switch (method) {
            case TOKEN -> TokenAuthenticator.ofThisContainer(settings.tokensOnce() ? this::useOnce : token -> {});
            case CALLER -> credentials -> Optional.ofNullable(credentials.caller());
            case PASSWORD -> new PasswordAuthenticator(stores());
        };
    }

    /** So that a token that somebody has overheard is of no use. What was used is remembered for two days. */
    private void useOnce(JsonWebToken token) {
        if (token.getExpirationTime() > Instant.now().plus(LONGEST).getEpochSecond()) {
            throw new HandlerException(
                    ErrorCode.FORBIDDEN, "A token that opens one session is good for a day at most.");
        }
        if (!ratchet.get().raise("token " + token.getTokenID(), 1).join()) {
            throw new HandlerException(ErrorCode.FORBIDDEN, "The token was used before; get a new one.");
        }
    }

    private IdentityStoreHandler stores() {
        Bean<?> bean = beans.resolve(beans.getBeans(IdentityStoreHandler.class));
        if (bean == null) {
            throw new ConfigException(
                    "shaddock.authentication.methods has 'password', but there are no identity stores:"
                            + " give the game one, such as @DatabaseIdentityStoreDefinition on one of its beans.");
        }
        return (IdentityStoreHandler) new BeanReference(bean, IdentityStoreHandler.class, beans).get();
    }
}
