package org.shaddock.channel;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.shaddock.session.ClientSession;
import org.shaddock.session.SessionRegistry;

/**
 * Users who get the same, each once, in order. Their sessions on this member are remembered until any user there signs in or out:
 * a crowd is told often and changes rarely.
 */
final class Receivers {

    static final Receivers NONE = new Receivers(Set.of());

    private final Set<String> userIds;
    private volatile Found found = new Found(-1, List.of());

    Receivers(Collection<String> userIds) {
        this.userIds = Collections.unmodifiableSet(new LinkedHashSet<>(userIds));
    }

    Set<String> userIds() {
        return userIds;
    }

    /** Each with its sessions there now. */
    List<Receiver> in(SessionRegistry registry) {
        long signIns = registry.signIns();
        Found known = found;
        if (known.signIns() != signIns) {
            known = new Found(
                    signIns,
                    userIds.stream()
                            .map(userId -> new Receiver(userId, List.copyOf(registry.of(userId))))
                            .toList());
            found = known;
        }
        return known.receivers();
    }

    /** One user. */
    record Receiver(String userId, List<ClientSession> sessions) {}

    /** @param signIns how often anything had changed before the sessions were looked up */
    private record Found(long signIns, List<Receiver> receivers) {}
}
