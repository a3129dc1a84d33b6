package org.shaddock.channel;

import java.util.Set;
import org.shaddock.api.Channel;
import org.shaddock.api.Delivery;
import org.shaddock.api.PushResult;

/** A name with the calls that go with it; the members are kept in {@link Memberships}. */
record LocalChannel(String name, LocalChannels channels) implements Channel {

    @Override
    public boolean add(String userId) {
        return channels.add(name, userId);
    }

    @Override
    public boolean leave(String userId) {
        return channels.memberships().remove(name, userId);
    }

    @Override
    public Set<String> members() {
        return channels.memberships().of(name);
    }

    @Override
    public PushResult push(String route, Object body, Delivery delivery) {
        return channels.push(members(), route, body, delivery);
    }

    @Override
    public void destroy() {
        channels.memberships().clear(name);
    }
}
