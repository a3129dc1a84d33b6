package org.shaddock.runtime;

import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.lang.reflect.Constructor;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.shaddock.api.Authenticator;
import org.shaddock.api.Credentials;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.HandlerException;
import org.shaddock.api.Identity;
import org.shaddock.config.ConfigException;

/**
 * JSON Web Tokens, checked by the container's own MicroProfile JWT under the standard settings ({@code mp.jwt.verify.issuer},
 * {@code mp.jwt.verify.publickey.location} and so on). MicroProfile checks tokens of HTTP requests; a handshake is none, so
 * the part of Payara that does it is asked by name.
 */
final class TokenAuthenticator implements Authenticator {

    private static final String PACKAGE = "fish.payara.microprofile.jwtauth.eesecurity.";

    private final IdentityStore store;
    private final Constructor<? extends Credential> credential;
    private final Consumer<JsonWebToken> use;

    private TokenAuthenticator(
            IdentityStore store, Constructor<? extends Credential> credential, Consumer<JsonWebToken> use) {
        this.store = store;
        this.credential = credential;
        this.use = use;
    }

    /**
     * @param use throws a HandlerException if a good token is not to be used now
     * @throws ConfigException if it has none
     */
    static TokenAuthenticator ofThisContainer(Consumer<JsonWebToken> use) {
        try {
            return new TokenAuthenticator(
                    container("SignedJWTIdentityStore")
                            .asSubclass(IdentityStore.class)
                            .getConstructor()
                            .newInstance(),
                    container("SignedJWTCredential")
                            .asSubclass(Credential.class)
                            .getConstructor(String.class),
                    use);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new ConfigException(
                    "shaddock.authentication.methods has 'token', but this container is not the Payara we"
                            + " know: check tokens in a bean of the type org.shaddock.api.Authenticator instead. (" + e
                            + ")");
        }
    }

    /** @throws ConfigException if there is nothing to check tokens with */
    static void checkKeys() {
        Config config = ConfigProvider.getConfig();
        require(config, "mp.jwt.verify.issuer");
        require(config, "mp.jwt.verify.publickey.location", "mp.jwt.verify.publickey");
    }

    @Override
    public Optional<Identity> authenticate(Credentials credentials) {
        return credentials.token().isEmpty() ? Optional.empty() : Optional.of(checked(credentials.token()));
    }

    private Identity checked(String token) {
        CredentialValidationResult result = store.validate(credential(token));
        if (result.getStatus() != Status.VALID) {
            throw new HandlerException(ErrorCode.FORBIDDEN, "The token is not valid, or not any more.");
        }
        if (result.getCallerPrincipal() instanceof JsonWebToken good) {
            use.accept(good);
        }
        return new Identity(result.getCallerPrincipal().getName(), result.getCallerGroups());
    }

    private Credential credential(String token) {
        try {
            return credential.newInstance(token);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The container takes no tokens.", e);
        }
    }

    private static Class<?> container(String name) throws ClassNotFoundException {
        return Class.forName(PACKAGE + name, true, Thread.currentThread().getContextClassLoader());
    }

    private static void require(Config config, String... keys) {
        if (Stream.of(keys).allMatch(key -> config.getConfigValue(key).getValue() == null)) {
            throw new ConfigException(
                    "shaddock.authentication.methods has 'token', but there is nothing to check tokens with: set "
                            + String.join(" or ", keys) + ".");
        }
    }
}
