package org.shaddock.guide;

import java.util.Optional;
import org.shaddock.api.Identity;

/** Who holds which ticket: a database, say. */
public interface Tickets {

    Optional<Identity> holder(String number);
}
