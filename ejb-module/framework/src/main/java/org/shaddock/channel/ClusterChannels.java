package org.shaddock.channel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.shaddock.api.Channel;
import org.shaddock.api.Channels;
import org.shaddock.api.Delivery;
import org.shaddock.api.PushResult;
import org.shaddock.api.Session;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberId;
import org.shaddock.cluster.Membership;
import org.shaddock.metrics.Counters;
import org.shaddock.remote.Peers;
import org.shaddock.session.Connector;
import org.shaddock.session.Outgoing;
import org.shaddock.session.SessionListener;
import org.shaddock.session.SessionRegistry;
import org.shaddock.session.UserMirror;

/**
 * The channels of the cluster. A push is encoded once for the sessions of this member, which get it directly. One frame goes to
 * each other member that holds sessions of receivers, naming the channel and not its users; that member encodes it once for its own.
 *
 * <p>Each membership is owned by the members that hold the user's sessions, so a channel survives the loss of any one of them: the
 * users on the others stay in it. All members mirror all memberships; nobody is asked. A user who was added here is
 * reached by whatever is pushed from here afterwards. Pushes of one member to one session arrive in order, also beside
 * what else that member does to the session.
 */
public final class ClusterChannels implements Channels, SessionListener {

    private final SessionRegistry registry;
    private final Connector connector;
    private final Predicate<String> hasServerType;
    private final Membership membership;
    private final Audience audience;
    private final ChannelMembers members;
    private final ChannelPeers peers;

    /** @param hasServerType whether this member has a server type */
    public ClusterChannels(
            SessionRegistry registry,
            Connector connector,
            Predicate<String> hasServerType,
            Peers peers,
            Membership membership,
            Counters counters) {
        this.registry = registry;
        this.connector = connector;
        this.hasServerType = hasServerType;
        this.membership = membership;
        this.audience = new Audience(registry, connector);
        this.members = new ChannelMembers(this::isHere, peers, membership, counters);
        this.peers = new ChannelPeers(peers, counters, audience, members, connector);
    }

    /** Begins to tell other members and to listen to them. */
    public void start() {
        peers.start();
        members.mirroring().start();
    }

    /** Call it a few times a second. */
    public void sweep() {
        members.mirroring().sweep();
    }

    @Override
    public Channel create(String name) {
        return new ClusterChannel(name, this);
    }

    @Override
    public Optional<Channel> find(String name) {
        return members.isEmpty(name) ? Optional.empty() : Optional.of(create(name));
    }

    @Override
    public PushResult pushTo(Collection<String> userIds, String route, Object body) {
        Outgoing outgoing = connector.outgoing(route, body, Delivery.RELIABLE);
        Receivers receivers = new Receivers(userIds);
        PushResult here = audience.send(receivers, outgoing);
        int delivered = here.delivered();
        Set<String> missed = new HashSet<>(here.missed());
        for (Map.Entry<MemberId, List<String>> there :
                byMember(receivers.userIds()).entrySet()) {
            if (peers.tell(there.getKey(), new ChannelCall.Send(there.getValue(), outgoing))) {
                delivered += there.getValue().size();
                there.getValue().forEach(missed::remove);
            }
        }
        return new PushResult(delivered, missed);
    }

    @Override
    public PushResult broadcast(String serverType, String route, Object body) {
        Outgoing outgoing = connector.outgoing(route, body, Delivery.RELIABLE);
        int delivered =
                hasServerType.test(serverType) ? audience.sendToAll(outgoing).delivered() : 0;
        List<MemberId> others = membership.view().members().stream()
                .filter(member -> member.serverTypes().contains(serverType))
                .map(Member::id)
                .filter(id -> !id.equals(membership.self()))
                .toList();
        for (MemberId member : peers.tell(others, new ChannelCall.Broadcast(outgoing))) {
            delivered += users().usersOn(member);
        }
        return new PushResult(delivered, Set.of());
    }

    /** Sends what is encoded already to all members of a channel, wherever they are. */
    public PushResult send(String channel, Outgoing outgoing) {
        PushResult here = audience.send(members.here(channel), outgoing);
        Set<MemberId> others = members.membersWith(channel);
        if (others.isEmpty()) {
            return here;
        }
        int delivered = here.delivered();
        for (MemberId member : peers.tell(others, new ChannelCall.Push(channel, outgoing))) {
            delivered += members.size(member, channel);
        }
        return new PushResult(delivered, missedEverywhere(channel, here.missed()));
    }

    @Override
    public void bound(Session session, String userId) {
        members.takeOver(userId);
    }

    @Override
    public void userGone(String userId) {
        members.gone(userId);
    }

    /** The channels that have users on this member, and how many. */
    public Map<String, Integer> sizes() {
        return members.sizesHere();
    }

    /** How many channels have members. */
    public int count() {
        return members.channels();
    }

    ChannelMembers members() {
        return members;
    }

    PushResult push(String channel, String route, Object body, Delivery delivery) {
        return send(channel, connector.outgoing(route, body, delivery));
    }

    boolean add(String channel, String userId) {
        boolean isMember = members.contains(channel, userId);
        boolean added = members.add(channel, userId, true);
        for (MemberId member : users().membersOf(userId)) {
            added |= !members.contains(member, channel, userId) && addAt(member, channel, userId);
        }
        return added && !isMember;
    }

    boolean leave(String channel, String userId) {
        boolean wasMember = members.contains(channel, userId);
        members.remove(channel, userId, true);
        for (MemberId member : members.membersWith(channel)) {
            if (members.contains(member, channel, userId)
                    && peers.tell(member, new ChannelCall.Leave(channel, userId))) {
                members.expectLeft(member, channel, userId);
            }
        }
        return wasMember;
    }

    void destroy(String channel) {
        members.clear(channel);
        for (MemberId member : peers.tell(members.membersWith(channel), new ChannelCall.Clear(channel))) {
            members.expectCleared(member, channel);
        }
    }

    private boolean addAt(MemberId member, String channel, String userId) {
        long number = members.joinings().add(member, channel, userId);
        boolean told = peers.tell(member, new ChannelCall.Join(number, channel, userId));
        if (!told) {
            members.joinings().settle(number);
        }
        return told;
    }

    private Map<MemberId, List<String>> byMember(Collection<String> userIds) {
        Map<MemberId, List<String>> byMember = new TreeMap<>();
        for (String userId : userIds) {
            users().membersOf(userId).forEach(member -> byMember.computeIfAbsent(member, id -> new ArrayList<>())
                    .add(userId));
        }
        return byMember;
    }

    /** A user who is missed here may be reached on another member. */
    private Set<String> missedEverywhere(String channel, Set<String> missedHere) {
        Set<String> missed = new HashSet<>(missedHere);
        missed.removeIf(userId ->
                users().membersOf(userId).stream().anyMatch(member -> members.contains(member, channel, userId)));
        return missed;
    }

    private boolean isHere(String userId) {
        return !registry.of(userId).isEmpty();
    }

    private UserMirror users() {
        return registry.elsewhere();
    }
}
