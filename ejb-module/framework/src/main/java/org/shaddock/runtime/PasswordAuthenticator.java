package org.shaddock.runtime;

import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.util.Optional;
import org.shaddock.api.Authenticator;
import org.shaddock.api.Credentials;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.HandlerException;
import org.shaddock.api.Identity;

/** {@code name} and {@code password} in the handshake's {@code user}, for the container's identity stores; groups are roles. */
final class PasswordAuthenticator implements Authenticator {

    private final IdentityStoreHandler stores;

    PasswordAuthenticator(IdentityStoreHandler stores) {
        this.stores = stores;
    }

    @Override
    public Optional<Identity> authenticate(Credentials credentials) {
        if (!(credentials.user().get("name") instanceof String name)
                || !(credentials.user().get("password") instanceof String password)) {
            return Optional.empty();
        }
        CredentialValidationResult result = stores.validate(new UsernamePasswordCredential(name, password));
        if (result.getStatus() != Status.VALID) {
            throw new HandlerException(ErrorCode.FORBIDDEN, "Name and password do not fit.");
        }
        return Optional.of(new Identity(result.getCallerPrincipal().getName(), result.getCallerGroups()));
    }
}
