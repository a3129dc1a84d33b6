package org.shaddock.channel;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.shaddock.api.Channel;
import org.shaddock.api.Channels;
import org.shaddock.api.Delivery;
import org.shaddock.api.PushResult;
import org.shaddock.session.Connector;
import org.shaddock.session.Outgoing;
import org.shaddock.session.SessionListener;
import org.shaddock.session.SessionRegistry;

/** The channels of this member. Users whose last session has gone leave all of theirs. */
public final class LocalChannels implements Channels, SessionListener {

    private final SessionRegistry registry;
    private final Audience audience;
    private final Connector connector;
    private final Predicate<String> hasServerType;
    private final Memberships memberships = new Memberships();

    /** @param hasServerType whether this member has a server type */
    public LocalChannels(SessionRegistry registry, Connector connector, Predicate<String> hasServerType) {
        this.registry = registry;
        this.audience = new Audience(registry, connector);
        this.connector = connector;
        this.hasServerType = hasServerType;
    }

    @Override
    public Channel create(String name) {
        return new LocalChannel(name, this);
    }

    @Override
    public Optional<Channel> find(String name) {
        return memberships.of(name).isEmpty() ? Optional.empty() : Optional.of(create(name));
    }

    @Override
    public PushResult pushTo(Collection<String> userIds, String route, Object body) {
        return push(new LinkedHashSet<>(userIds), route, body, Delivery.RELIABLE);
    }

    @Override
    public PushResult broadcast(String serverType, String route, Object body) {
        Outgoing outgoing = connector.outgoing(route, body, Delivery.RELIABLE);
        return hasServerType.test(serverType) ? audience.sendToAll(outgoing) : new PushResult(0, Set.of());
    }

    @Override
    public void userGone(String userId) {
        memberships.removeEverywhere(userId);
    }

    /** How many channels have members. */
    public int count() {
        return memberships.channels().size();
    }

    Memberships memberships() {
        return memberships;
    }

    /** A user whose last session goes while it is added is not left behind. */
    boolean add(String channel, String userId) {
        boolean added = isPresent(userId) && memberships.add(channel, userId);
        if (added && !isPresent(userId)) {
            memberships.remove(channel, userId);
            return false;
        }
        return added;
    }

    PushResult push(Collection<String> userIds, String route, Object body, Delivery delivery) {
        return audience.send(userIds, connector.outgoing(route, body, delivery));
    }

    private boolean isPresent(String userId) {
        return !registry.of(userId).isEmpty();
    }
}
