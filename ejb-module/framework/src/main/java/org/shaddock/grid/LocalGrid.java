package org.shaddock.grid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberId;
import org.shaddock.placement.Placement;

/**
 * A grid within this process: what a server uses that has no data grid, and several members in a test. A member that closes its
 * end is lost to the others at once. {@link #isolate} and {@link #heal} do what a cut network does to a data grid: both parts
 * go on with what they have, and then the smaller one throws its own away and its members are reborn.
 */
public final class LocalGrid {

    private final Executor pool;
    private final List<Part> parts = new ArrayList<>(List.of(new Part()));
    private long lives;

    /** @param pool calls all listeners; should not be a pool that game code can fill */
    public LocalGrid(Executor pool) {
        this.pool = pool;
    }

    /** Lets a member in, under a new incarnation; it is nobody's member before it has announced itself. */
    public Grid join(String memberName) {
        LocalMember member = admit(memberName);
        member.membership().review();
        member.directory().load();
        return member;
    }

    /** Cuts a member off from all others. */
    public void isolate(String memberName) {
        review(cut(memberName));
    }

    /** Lets all that were cut off come back. */
    public void heal() {
        Map<LocalMember, MemberId> reborn = merge();
        reborn.forEach((member, previous) -> {
            member.directory().startAnew();
            member.membership().reborn(previous);
            review(reachedBy(member));
        });
    }

    private synchronized LocalMember admit(String memberName) {
        LocalMember member = new LocalMember(this, newLife(memberName), pool);
        parts.get(0).members.add(member);
        return member;
    }

    private synchronized List<LocalMember> cut(String memberName) {
        List<LocalMember> affected = new ArrayList<>();
        for (Part part : List.copyOf(parts)) {
            for (LocalMember member : List.copyOf(part.members)) {
                if (member.id().name().equals(memberName) && part.members.size() > 1) {
                    affected.addAll(part.members);
                    part.members.remove(member);
                    Part alone = part.copy();
                    alone.members.add(member);
                    parts.add(alone);
                }
            }
        }
        return affected;
    }

    private synchronized Map<LocalMember, MemberId> merge() {
        parts.sort(Comparator.comparingInt(part -> -part.members.size()));
        Map<LocalMember, MemberId> reborn = new HashMap<>();
        for (Part part : parts.subList(1, parts.size())) {
            for (LocalMember member : part.members) {
                reborn.put(member, giveNewLife(member));
                parts.get(0).members.add(member);
            }
        }
        parts.subList(1, parts.size()).clear();
        return reborn;
    }

    /** A new identity; what was announced under the old one is announced under the new one. */
    synchronized MemberId giveNewLife(LocalMember member) {
        MemberId previous = member.id();
        member.live(newLife(previous.name()));
        return previous;
    }

    synchronized void leave(LocalMember member) {
        parts.forEach(part -> part.members.remove(member));
    }

    /** All that are in the same part, the member itself included; none if it has left. */
    synchronized List<LocalMember> reachedBy(LocalMember member) {
        return partOf(member).map(part -> List.copyOf(part.members)).orElse(List.of());
    }

    synchronized boolean reaches(LocalMember one, LocalMember other) {
        return partOf(one).filter(part -> part.members.contains(other)).isPresent();
    }

    synchronized Optional<LocalMember> find(LocalMember from, MemberId to) {
        return reachedBy(from).stream().filter(member -> member.id().equals(to)).findFirst();
    }

    synchronized void announce(LocalMember member, @Nullable Member announcement) {
        member.announcement = announcement == null ? null : announcement.reborn(member.id());
    }

    synchronized Optional<Collection<Member>> announced(LocalMember by) {
        return partOf(by).map(part -> part.members.stream()
                .map(member -> member.announcement)
                .filter(Objects::nonNull)
                .toList());
    }

    synchronized Optional<Map<AreaId, Placement>> table(LocalMember by) {
        return partOf(by).map(part -> Map.copyOf(part.table));
    }

    /** Changes an entry; nothing if the member has left. */
    synchronized Optional<Change> change(LocalMember by, AreaId area, UnaryOperator<Placement> operation) {
        return partOf(by).map(part -> {
            Placement before = part.table.getOrDefault(area, Placement.NONE);
            Placement now = operation.apply(before);
            if (now.equals(Placement.NONE)) {
                part.table.remove(area);
            } else {
                part.table.put(area, now);
            }
            return new Change(before, now, now.equals(before) ? List.of() : List.copyOf(part.members));
        });
    }

    /** Raises a number; nothing if the member has left. */
    synchronized Optional<Boolean> raise(LocalMember by, String name, long value) {
        return partOf(by).map(part -> {
            Long before = part.numbers.get(name);
            boolean raises = before == null || before < value;
            if (raises) {
                part.numbers.put(name, value);
            }
            return raises;
        });
    }

    /** Tells members that somebody came, left or said something. */
    static void review(Collection<LocalMember> members) {
        members.forEach(member -> member.membership().review());
    }

    private Optional<Part> partOf(LocalMember member) {
        return parts.stream().filter(part -> part.members.contains(member)).findFirst();
    }

    private MemberId newLife(String memberName) {
        return new MemberId(memberName, Long.toString(++lives));
    }

    /** @param witnesses who hears of it */
    record Change(Placement before, Placement now, List<LocalMember> witnesses) {}

    private static final class Part {

        final Set<LocalMember> members = new LinkedHashSet<>();
        final Map<AreaId, Placement> table = new HashMap<>();
        final Map<String, Long> numbers = new ForgetfulMap();

        /** The same data without members. */
        Part copy() {
            Part copy = new Part();
            copy.table.putAll(table);
            copy.numbers.putAll(numbers);
            return copy;
        }
    }

    /** Forgets what was raised longest ago when there is much. */
    @SuppressWarnings("serial")
    private static final class ForgetfulMap extends LinkedHashMap<String, Long> {

        private static final int MOST = 1_000_000;

        ForgetfulMap() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST;
        }
    }
}
