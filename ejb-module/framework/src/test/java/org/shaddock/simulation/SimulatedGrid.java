package org.shaddock.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberId;
import org.shaddock.placement.Placement;

/**
 * A data grid as it really behaves: entries live on two members; an operation hangs while one of them does not answer; what is
 * silent for a while is dropped; when the members cannot see one another each part goes on with what it has, and when they can
 * again the smaller part throws its own away and comes back under new identities.
 */
public final class SimulatedGrid {

    private final Simulation simulation;
    private final SimulatedNetwork network;
    private final List<SimulatedMember> members = new ArrayList<>();
    private int incarnations;

    public SimulatedGrid(Simulation simulation, SimulatedNetwork network) {
        this.simulation = simulation;
        this.network = network;
    }

    Simulation simulation() {
        return simulation;
    }

    SimulatedNetwork network() {
        return network;
    }

    MemberId newIdentity(String name) {
        return new MemberId(name, "i" + ++incarnations);
    }

    /** Takes a new process in: into the largest part that it can see, or alone. */
    void join(SimulatedMember member) {
        member.part = parts().stream()
                .filter(part -> part.members.stream().allMatch(other -> sees(member, other)))
                .max(Comparator.comparingInt(part -> part.members.size()))
                .orElseGet(Part::new);
        member.part.members.add(member);
        members.add(member);
    }

    /** What has failed will be noticed after a while: soon if connections broke, late if there is only silence. */
    public void somethingHappened() {
        boolean soon = simulation.chance(0.5);
        simulation.in(soon ? simulation.upToMillis(400) : 500_000 + simulation.upToMillis(4_000), this::review);
    }

    /** Members of the same part that are alive, for messages that all get. */
    List<SimulatedMember> partners(SimulatedMember member) {
        return member.part.members.stream().filter(other -> other != member).toList();
    }

    /** Splits what cannot see one another and merges what can. */
    public void review() {
        for (Part part : parts()) {
            split(part);
        }
        merge();
    }

    boolean isWhole() {
        return parts().size() == 1;
    }

    /** The two members that keep an area's entry. */
    List<SimulatedMember> keepers(Part part, AreaId area) {
        return part.members.stream()
                .sorted(Comparator.comparingInt(member -> (area + member.name()).hashCode() * 0x9E3779B9))
                .limit(2)
                .toList();
    }

    /** Tells all of a part to look at the announcements again. */
    void announcementsChanged(Part part) {
        part.members.forEach(member ->
                simulation.in(network.delayMicros(), () -> member.process().execute(member.membership()::reconcile)));
    }

    /** Tells all of a part what the table says; an event may be lost. */
    void tableChanged(SimulatedMember keeper, AreaId area, Placement before, Placement now) {
        for (SimulatedMember member : keeper.part.members) {
            network.send(
                    keeper.process(), member.process(), () -> member.directory().heard(area, before, now));
        }
    }

    boolean sees(SimulatedMember one, SimulatedMember other) {
        return one == other
                || (one.process().isRunning()
                        && other.process().isRunning()
                        && !network.isCut(one.name(), other.name()));
    }

    private List<Part> parts() {
        return members.stream()
                .filter(member -> !member.process().isDead())
                .map(member -> member.part)
                .distinct()
                .toList();
    }

    private void split(Part part) {
        List<Set<SimulatedMember>> groups = groups(part);
        if (groups.size() == 1 && groups.get(0).size() == part.members.size()) {
            return;
        }
        for (Set<SimulatedMember> group : groups) {
            Part own = new Part();
            own.members.addAll(group);
            part.table.forEach((area, placement) -> {
                if (keepers(part, area).stream().anyMatch(group::contains)) {
                    own.table.put(area, placement);
                }
            });
            own.announced.putAll(part.announced);
            group.forEach(member -> member.part = own);
            announcementsChanged(own);
        }
    }

    /** Who can see one another, directly or through others; a process that does not run is alone. */
    private List<Set<SimulatedMember>> groups(Part part) {
        List<Set<SimulatedMember>> groups = new ArrayList<>();
        for (SimulatedMember member : part.members) {
            if (member.process().isDead()) {
                continue;
            }
            Set<SimulatedMember> joined = new LinkedHashSet<>(Set.of(member));
            for (Set<SimulatedMember> group : List.copyOf(groups)) {
                if (group.stream().anyMatch(other -> sees(member, other))) {
                    groups.remove(group);
                    joined.addAll(group);
                }
            }
            groups.add(joined);
        }
        return groups;
    }

    private void merge() {
        List<Part> parts = new ArrayList<>(parts());
        parts.sort(Comparator.comparingInt(part -> -part.members.size()));
        for (Part part : parts.subList(Math.min(1, parts.size()), parts.size())) {
            Part largest = parts.get(0);
            boolean canMerge = part.members.stream()
                    .allMatch(member -> largest.members.stream().allMatch(other -> sees(member, other)));
            if (canMerge) {
                part.members.forEach(member -> {
                    member.part = largest;
                    largest.members.add(member);
                    member.process().execute(member::reborn);
                });
            }
        }
    }

    /** The members that see one another, and what they keep together. */
    static final class Part {

        final Set<SimulatedMember> members = new LinkedHashSet<>();
        final Map<AreaId, Placement> table = new HashMap<>();
        final Map<MemberId, Member> announced = new HashMap<>();
    }
}
