package org.shaddock.area;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.shaddock.api.Channel;
import org.shaddock.api.Channels;
import org.shaddock.api.Delivery;
import org.shaddock.api.PushResult;

/**
 * The channels as games get them: what is pushed in an area's turn leaves with that area's output, in order and under the same
 * conditions; what is pushed elsewhere leaves at once.
 */
public final class TurnChannels implements Channels {

    private final Channels channels;

    public TurnChannels(Channels channels) {
        this.channels = channels;
    }

    @Override
    public Channel create(String name) {
        return new TurnChannel(channels.create(name));
    }

    @Override
    public Optional<Channel> find(String name) {
        return channels.find(name).map(TurnChannel::new);
    }

    @Override
    public PushResult pushTo(Collection<String> userIds, String route, Object body) {
        letOthersGoFirst();
        return channels.pushTo(userIds, route, body);
    }

    @Override
    public PushResult broadcast(String serverType, String route, Object body) {
        letOthersGoFirst();
        return channels.broadcast(serverType, route, body);
    }

    private static void letOthersGoFirst() {
        LocalArea area = CurrentTurn.area();
        if (area != null) {
            area.output().requireVoice();
            area.output().flush();
        }
    }

    /** A channel that looks, at each call, whose turn it is. */
    private record TurnChannel(Channel plain) implements Channel {

        @Override
        public String name() {
            return plain.name();
        }

        @Override
        public boolean add(String userId) {
            return now().add(userId);
        }

        @Override
        public boolean leave(String userId) {
            return now().leave(userId);
        }

        @Override
        public Set<String> members() {
            return plain.members();
        }

        @Override
        public int size() {
            return plain.size();
        }

        @Override
        public PushResult push(String route, Object body, Delivery delivery) {
            return now().push(route, body, delivery);
        }

        @Override
        public void destroy() {
            now().destroy();
        }

        private Channel now() {
            LocalArea area = CurrentTurn.area();
            return area == null ? plain : area.output().channel(plain);
        }
    }
}
