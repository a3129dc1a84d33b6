package org.shaddock.it.guarded;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Knows one keeper by his password, under Jakarta Security. */
@ApplicationScoped
public class HouseStore implements IdentityStore {

    /** Called by the container for this kind of credential. */
    public CredentialValidationResult validate(UsernamePasswordCredential credential) {
        return credential.compareTo("karl", "sesame")
                ? new CredentialValidationResult("karl", Set.of("keeper"))
                : CredentialValidationResult.INVALID_RESULT;
    }
}
