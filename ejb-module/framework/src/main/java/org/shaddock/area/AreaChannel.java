package org.shaddock.area;

import java.util.Set;
import org.shaddock.api.Channel;
import org.shaddock.api.Delivery;
import org.shaddock.api.PushResult;

/**
 * A channel as an area uses it: what is pushed leaves with the area's other output, in order and only while this member may
 * speak for the area. Whoever comes or goes does so behind what was pushed before.
 */
record AreaChannel(Channel channel, AreaOutput output) implements Channel {

    @Override
    public String name() {
        return channel.name();
    }

    @Override
    public boolean add(String userId) {
        output.flush();
        return channel.add(userId);
    }

    @Override
    public boolean leave(String userId) {
        output.flush();
        return channel.leave(userId);
    }

    @Override
    public Set<String> members() {
        return channel.members();
    }

    @Override
    public int size() {
        return channel.size();
    }

    @Override
    public PushResult push(String route, Object body, Delivery delivery) {
        return output.pushToChannel(channel, route, body, delivery);
    }

    @Override
    public void destroy() {
        output.flush();
        channel.destroy();
    }
}
