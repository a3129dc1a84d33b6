package org.shaddock.guide;

// tag::authenticator[]
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.shaddock.api.Authenticator;
import org.shaddock.api.Credentials;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.HandlerException;
import org.shaddock.api.Identity;

@ApplicationScoped
public class TicketOffice implements Authenticator {

    @Inject
    Tickets tickets;

    @Override
    public Optional<Identity> authenticate(Credentials credentials) {
        if (!(credentials.user().get("ticket") instanceof String number)) {
            return Optional.empty();
        }
        Identity holder = tickets.holder(number)
                .orElseThrow(() -> new HandlerException(ErrorCode.FORBIDDEN, "This ticket is not known."));
        return Optional.of(holder);
    }
}
// end::authenticator[]
