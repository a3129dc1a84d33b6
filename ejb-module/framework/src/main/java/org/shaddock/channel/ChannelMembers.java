package org.shaddock.channel;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.shaddock.cluster.MemberId;
import org.shaddock.cluster.Membership;
import org.shaddock.metrics.Counters;
import org.shaddock.remote.FrameReader;
import org.shaddock.remote.Peers;
import org.shaddock.session.Mirroring;

/**
 * Who is in which channel, all over the cluster. Each member owns the memberships of the users who have sessions on it, and
 * mirrors those of all others.
 *
 * <p>A user with sessions on several members is in a channel on each of them: where a user signs in, the memberships it has
 * elsewhere are taken over, and what a game does to a membership on one member the others follow. A member that follows another one
 * does not make others follow it, so that contradicting orders given at the same time come to rest.
 */
final class ChannelMembers {

    private final Predicate<String> isPresent;
    private final Mirroring mirroring;
    private final Memberships own = new Memberships();
    private final Map<MemberId, Memberships> others = new ConcurrentHashMap<>();
    private final Joinings joinings = new Joinings();

    /** @param isPresent whether a user has a session on this member */
    ChannelMembers(Predicate<String> isPresent, Peers peers, Membership membership, Counters counters) {
        this.isPresent = isPresent;
        this.mirroring = new Mirroring("memberships", peers, membership, new Table(), counters);
    }

    Mirroring mirroring() {
        return mirroring;
    }

    /** The members of a channel here, in the order they came. */
    Receivers here(String channel) {
        return own.receivers(channel);
    }

    /** How many users in a channel another member has. */
    int size(MemberId member, String channel) {
        return at(member).size(channel);
    }

    /** All members of a channel: first those here, in the order they came. */
    Set<String> of(String channel) {
        Set<String> all = new LinkedHashSet<>(own.of(channel));
        others.values().forEach(memberships -> all.addAll(memberships.of(channel)));
        for (Joinings.Joining joining : joinings.all()) {
            if (joining.channel().equals(channel)) {
                all.add(joining.userId());
            }
        }
        return all;
    }

    boolean isEmpty(String channel) {
        return own.size(channel) == 0 && membersWith(channel).isEmpty();
    }

    /** How many members a channel has; a user with sessions on several members counts on each. */
    int size(String channel) {
        return own.size(channel)
                + others.values().stream()
                        .mapToInt(memberships -> memberships.size(channel))
                        .sum();
    }

    boolean contains(String channel, String userId) {
        return own.contains(channel, userId)
                || others.values().stream().anyMatch(memberships -> memberships.contains(channel, userId))
                || joinings.any(joining -> joining.is(channel, userId));
    }

    /** Whether another member has a user in a channel, or is about to have it there on this one's word. */
    boolean contains(MemberId member, String channel, String userId) {
        return at(member).contains(channel, userId)
                || joinings.any(joining -> joining.at().equals(member) && joining.is(channel, userId));
    }

    /** The other members that have users in a channel. */
    Set<MemberId> membersWith(String channel) {
        Set<MemberId> members = new TreeSet<>();
        others.forEach((member, memberships) -> {
            if (memberships.size(channel) > 0) {
                members.add(member);
            }
        });
        for (Joinings.Joining joining : joinings.all()) {
            if (joining.channel().equals(channel)) {
                members.add(joining.at());
            }
        }
        return members;
    }

    /** The channels that have users here, and how many. */
    Map<String, Integer> sizesHere() {
        Map<String, Integer> sizes = new TreeMap<>();
        own.forEach((channel, users) -> sizes.put(channel, users.size()));
        return sizes;
    }

    /** How many channels have members. */
    int channels() {
        Set<String> names = new LinkedHashSet<>(own.channels());
        others.values().forEach(memberships -> names.addAll(memberships.channels()));
        return names.size();
    }

    /**
     * Adds a user who has a session here, and says whether it is new.
     *
     * @param follow whether other members on which the user is do the same
     */
    boolean add(String channel, String userId, boolean follow) {
        synchronized (mirroring) {
            boolean added = isPresent.test(userId) && own.add(channel, userId);
            if (added) {
                mirroring.announce(() -> new MembershipChange.Joined(follow, channel, Set.of(userId)).toBytes());
            }
            return added;
        }
    }

    /** Removes a user here, and says whether it was a member here. */
    boolean remove(String channel, String userId, boolean follow) {
        synchronized (mirroring) {
            boolean removed = own.remove(channel, userId);
            if (removed) {
                mirroring.announce(() -> new MembershipChange.Left(follow, channel, Set.of(userId)).toBytes());
            }
            return removed;
        }
    }

    void clear(String channel) {
        synchronized (mirroring) {
            if (own.clear(channel)) {
                mirroring.announce(() -> new MembershipChange.Cleared(channel).toBytes());
            }
        }
    }

    /** The user has no session here any more. */
    void gone(String userId) {
        synchronized (mirroring) {
            if (own.removeEverywhere(userId)) {
                mirroring.announce(() -> new MembershipChange.Gone(userId).toBytes());
            }
        }
    }

    /** The user has a session here now and is in the channels it is in elsewhere. */
    void takeOver(String userId) {
        others.values()
                .forEach(memberships -> memberships.channelsOf(userId).forEach(channel -> add(channel, userId, false)));
    }

    /** This member's orders to add users on others. */
    Joinings joinings() {
        return joinings;
    }

    /** Tells another member that its order to add a user was carried out as far as it could be. */
    void settle(MemberId asker, long number) {
        mirroring.tell(asker, () -> new MembershipChange.Settled(number).toBytes());
    }

    /** Another member is told to remove a user. */
    void expectLeft(MemberId at, String channel, String userId) {
        at(at).remove(channel, userId);
        joinings.drop(joining -> joining.at().equals(at) && joining.is(channel, userId));
    }

    /** Another member is told to remove all users of a channel. */
    void expectCleared(MemberId at, String channel) {
        at(at).clear(channel);
        joinings.drop(joining -> joining.isAt(at, channel));
    }

    private Memberships at(MemberId member) {
        Memberships memberships = others.get(member);
        return memberships == null ? new Memberships() : memberships;
    }

    /** This member's memberships, and how it takes those of others. */
    private final class Table implements Mirroring.Table {

        @Override
        public void tellAll(Consumer<byte[]> changes) {
            own.forEach(
                    (channel, users) -> changes.accept(new MembershipChange.Joined(false, channel, users).toBytes()));
        }

        @Override
        public void apply(MemberId from, FrameReader change) {
            Memberships memberships = others.computeIfAbsent(from, member -> new Memberships());
            MembershipChange news = MembershipChange.read(change);
            if (news instanceof MembershipChange.Joined joined) {
                joined.userIds().forEach(userId -> joined(memberships, joined, userId));
            } else if (news instanceof MembershipChange.Left left) {
                left.userIds().forEach(userId -> left(memberships, left, userId));
            } else if (news instanceof MembershipChange.Cleared cleared) {
                memberships.clear(cleared.channel());
            } else if (news instanceof MembershipChange.Gone gone) {
                memberships.removeEverywhere(gone.userId());
            } else if (news instanceof MembershipChange.Settled settled) {
                joinings.settle(settled.number());
            }
        }

        private void joined(Memberships memberships, MembershipChange.Joined joined, String userId) {
            memberships.add(joined.channel(), userId);
            if (joined.follow()) {
                add(joined.channel(), userId, false);
            }
        }

        private void left(Memberships memberships, MembershipChange.Left left, String userId) {
            memberships.remove(left.channel(), userId);
            if (left.follow()) {
                remove(left.channel(), userId, false);
            }
        }

        @Override
        public void retain(Predicate<MemberId> members) {
            others.keySet().removeIf(members.negate());
            joinings.drop(joining -> !members.test(joining.at()));
        }
    }
}
