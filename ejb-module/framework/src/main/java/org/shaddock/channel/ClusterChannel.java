package org.shaddock.channel;

import java.util.Set;
import org.shaddock.api.Channel;
import org.shaddock.api.Delivery;
import org.shaddock.api.PushResult;

/** A name with the calls that go with it; the members are kept in {@link ChannelMembers}. */
record ClusterChannel(String name, ClusterChannels channels) implements Channel {

    @Override
    public boolean add(String userId) {
        return channels.add(name, userId);
    }

    @Override
    public boolean leave(String userId) {
        return channels.leave(name, userId);
    }

    @Override
    public Set<String> members() {
        return channels.members().of(name);
    }

    @Override
    public int size() {
        return channels.members().size(name);
    }

    @Override
    public PushResult push(String route, Object body, Delivery delivery) {
        return channels.push(name, route, body, delivery);
    }

    @Override
    public void destroy() {
        channels.destroy(name);
    }
}
