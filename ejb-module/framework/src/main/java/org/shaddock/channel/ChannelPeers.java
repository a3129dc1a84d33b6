package org.shaddock.channel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.shaddock.cluster.MemberId;
import org.shaddock.metrics.Counters;
import org.shaddock.remote.FrameException;
import org.shaddock.remote.Peers;
import org.shaddock.session.Connector;

/**
 * What members tell one another to do with channels. It is done on the link's thread, in the order it was told, since none
 * of it blocks: so pushes and answers of one member reach a client in the order they left.
 */
final class ChannelPeers {

    private static final Logger LOG = System.getLogger(ChannelPeers.class.getName());
    private static final String SERVICE = "channel";
    private static final CompletionStage<byte[]> DONE = CompletableFuture.completedFuture(new byte[0]);

    private final Peers peers;
    private final Counters counters;
    private final Audience audience;
    private final ChannelMembers members;
    private final Connector connector;

    ChannelPeers(Peers peers, Counters counters, Audience audience, ChannelMembers members, Connector connector) {
        this.peers = peers;
        this.counters = counters;
        this.audience = audience;
        this.members = members;
        this.connector = connector;
    }

    /** Begins to listen. */
    void start() {
        peers.serve(SERVICE, this::heard);
    }

    /** False if it will not arrive. */
    boolean tell(MemberId member, ChannelCall call) {
        return tell(member, call.toBytes());
    }

    /** Tells several members the same and says which ones will hear it. The call is written once, or not at all. */
    List<MemberId> tell(Collection<MemberId> receivers, ChannelCall call) {
        if (receivers.isEmpty()) {
            return List.of();
        }
        byte[] bytes = call.toBytes();
        return receivers.stream().filter(member -> tell(member, bytes)).toList();
    }

    private boolean tell(MemberId member, byte[] call) {
        boolean told = peers.tell(member, SERVICE, call);
        if (!told) {
            counters.increment("channel.unreachable");
        }
        return told;
    }

    private CompletionStage<byte[]> heard(MemberId from, byte[] payload) {
        try {
            carryOut(from, ChannelCall.parse(payload, connector::passedOn));
        } catch (FrameException e) {
            counters.increment("channel.malformed");
            LOG.log(Level.DEBUG, "A call from {0} was dropped: {1}", from, e.getMessage());
        }
        return DONE;
    }

    private void push(ChannelCall.Push push) {
        if (connector.fences().admits(push.outgoing())) {
            audience.send(members.here(push.channel()), push.outgoing());
        } else {
            counters.increment("channel.fenced");
        }
    }

    private void carryOut(MemberId from, ChannelCall call) {
        if (call instanceof ChannelCall.Push push) {
            push(push);
        } else if (call instanceof ChannelCall.Send send) {
            audience.send(new Receivers(send.userIds()), send.outgoing());
        } else if (call instanceof ChannelCall.Broadcast broadcast) {
            audience.sendToAll(broadcast.outgoing());
        } else if (call instanceof ChannelCall.Join join) {
            members.add(join.channel(), join.userId(), true);
            members.settle(from, join.number());
        } else if (call instanceof ChannelCall.Leave leave) {
            members.remove(leave.channel(), leave.userId(), true);
        } else if (call instanceof ChannelCall.Clear clear) {
            members.clear(clear.channel());
        }
    }
}
