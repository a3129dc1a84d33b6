package org.shaddock.cluster;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The members that are ready, as one member sees them at one moment. Immutable; every change has a higher version. */
public final class ClusterView {

    /** Nobody yet. */
    public static final ClusterView EMPTY = new ClusterView(0, Map.of());

    private final long version;
    private final Map<MemberId, Member> members;

    private ClusterView(long version, Map<MemberId, Member> members) {
        this.version = version;
        this.members = members;
    }

    /** Rises with each change this member has seen; says nothing about another member's view. */
    public long version() {
        return version;
    }

    /** All ready members, those about to stop included, in the order of their ids. */
    public Collection<Member> members() {
        return Collections.unmodifiableCollection(members.values());
    }

    /** The members that may be given new work of a type, in the order of their ids. */
    public List<Member> byType(String serverType) {
        return members.values().stream()
                .filter(member -> member.serves(serverType))
                .toList();
    }

    public Optional<Member> find(MemberId id) {
        return Optional.ofNullable(members.get(id));
    }

    /** The present life of a member. */
    public Optional<Member> find(String name) {
        return members.values().stream()
                .filter(member -> member.id().name().equals(name))
                .findFirst();
    }

    public boolean contains(MemberId id) {
        return members.containsKey(id);
    }

    public int size() {
        return members.size();
    }

    /** The next view: with a new member, or with what a known one says now. */
    public ClusterView with(Member member) {
        Map<MemberId, Member> changed = new TreeMap<>(members);
        changed.put(member.id(), member);
        return new ClusterView(version + 1, changed);
    }

    /** The next view: without a member. */
    public ClusterView without(MemberId id) {
        Map<MemberId, Member> changed = new TreeMap<>(members);
        changed.remove(id);
        return new ClusterView(version + 1, changed);
    }

    @Override
    public String toString() {
        return "view " + version + " " + members.keySet();
    }
}
