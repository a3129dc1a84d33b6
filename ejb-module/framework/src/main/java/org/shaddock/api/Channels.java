package org.shaddock.api;

import java.util.Collection;
import java.util.Optional;

/** All channels, and pushes that need none (Pomelo's channelService). Inject it. */
public interface Channels {

    /** The channel of that name. It exists while it has members; a name alone costs nothing. */
    Channel create(String name);

    /** The channel of that name if it has members. */
    Optional<Channel> find(String name);

    /** Sends to these users; a user named twice is a receiver once. */
    PushResult pushTo(Collection<String> userIds, String route, Object body);

    /** Sends to every session, signed in or not, whose connection is held by a member of that server type. */
    PushResult broadcast(String serverType, String route, Object body);
}
