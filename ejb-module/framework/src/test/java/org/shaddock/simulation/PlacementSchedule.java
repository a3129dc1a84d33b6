package org.shaddock.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.LeaseTerms;
import org.shaddock.placement.Placement;

/**
 * One random story of a cluster: members are killed, stopped, cut off and started again while areas are looked for, closed and
 * handed over, with slow, lost and doubled messages and clocks that drift. What must always hold is checked after every event;
 * in the end all is mended, and what must hold then is checked.
 */
public final class PlacementSchedule {

    private static final String TYPE = "room";
    private static final int AREAS = 6;
    private static final long CALM_MILLIS = 15_000;

    private final Plan plan;
    private final Simulation simulation;
    private final SimulatedNetwork network;
    private final SimulatedGrid grid;
    private final Misfortunes misfortunes;
    private final Map<String, PlacingMember> members = new TreeMap<>();
    private final List<AreaId> areas = new ArrayList<>();
    private final Map<AreaId, Long> highestEpochs = new HashMap<>();
    private final List<Search> searches = new ArrayList<>();
    private final Story story;
    private int acquisitions;

    public PlacementSchedule(Plan plan) {
        this.plan = plan;
        simulation = new Simulation(plan.seed);
        story = new Story(plan.seed, simulation);
        network = new SimulatedNetwork(simulation, plan.quality);
        grid = new SimulatedGrid(simulation, network);
        misfortunes = new Misfortunes(simulation, network, grid, story::tell);
        for (int i = 0; i < AREAS; i++) {
            areas.add(new AreaId(TYPE, "r" + i));
        }
        for (int i = 0; i < plan.members; i++) {
            start("m" + i);
        }
        simulation.afterEachEvent(this::checkSpeakers);
    }

    /** Lets it all happen. Throws what went wrong, with the seed and the story so far. */
    public PlacementSchedule run() {
        try {
            simulation.run(2_000);
            long end = simulation.nowMicros() + plan.chaosMillis * 1000;
            while (simulation.nowMicros() < end) {
                somethingHappens();
                simulation.run(simulation.random().nextLong(400));
            }
            mendEverything();
            simulation.run(CALM_MILLIS);
            checkTheEnd();
            return this;
        } catch (AssertionError | RuntimeException failure) {
            throw story.failed(failure);
        }
    }

    /** How often a member has acquired an area. */
    public int acquisitions() {
        return acquisitions;
    }

    private void somethingHappens() {
        int dice = simulation.random().nextInt(100);
        if (dice < 55) {
            search(anyMember(), anyArea());
        } else if (dice < 63) {
            leave(anyMember(), anyArea());
        } else if (dice < 73) {
            kill(anyMember());
        } else if (dice < 87) {
            misfortunes.stop(anyMember().member());
        } else {
            misfortunes.cut(members.keySet().stream().sorted().toList());
        }
    }

    private void search(PlacingMember by, AreaId area) {
        if (by.member().process().isRunning()) {
            Placement known = by.placer().table().placement(area);
            CompletableFuture<Placement> found = simulation.chance(0.2)
                    ? by.placer().locateAfter(area, known)
                    : by.placer().locate(area);
            searches.add(new Search(by, area, found));
        }
    }

    private void leave(PlacingMember owner, AreaId area) {
        Long epoch = owner.held().get(area);
        if (epoch != null && owner.member().process().isRunning()) {
            owner.held().remove(area);
            story.tell(owner.member() + " lets " + area + " go under epoch " + epoch);
            CompletableFuture<?> left = simulation.chance(0.5)
                    ? owner.placer().release(area, epoch)
                    : owner.placer().handOver(area, epoch);
            searches.add(new Search(owner, area, left.thenApply(ignored -> Placement.NONE)));
        }
    }

    private void kill(PlacingMember member) {
        if (!member.member().process().isDead()) {
            story.tell(member.member() + " is killed");
            member.member().process().kill();
            grid.somethingHappened();
            simulation.in(simulation.upToMillis(5_000), () -> restart(member));
        }
    }

    private void restart(PlacingMember dead) {
        if (members.get(dead.member().name()) == dead) {
            grid.review();
            start(dead.member().name());
        }
    }

    private void start(String name) {
        double rate = 1 + (2 * simulation.random().nextDouble() - 1) * plan.drift;
        SimulatedMember member = new SimulatedMember(grid, new SimulatedProcess(simulation, name, rate));
        PlacingMember placing = new PlacingMember(member, plan.terms, simulation, this::acquired);
        members.put(name, placing);
        story.tell(member + " starts");
        simulation.in(simulation.upToMillis(500), () -> member.process().execute(() -> placing.start(TYPE)));
    }

    private void acquired(PlacingMember by, AreaId area, long epoch) {
        acquisitions++;
        story.tell(by.member() + " acquires " + area + " under epoch " + epoch);
        long highest = highestEpochs.getOrDefault(area, 0L);
        if (epoch <= highest) {
            story.wrong(by.member() + " acquired " + area + " under epoch " + epoch + " after " + highest);
        }
        highestEpochs.put(area, epoch);
    }

    private void checkSpeakers() {
        story.check();
        for (AreaId area : areas) {
            PlacingMember speaker = null;
            for (PlacingMember member : members.values()) {
                if (member.speaksFor(area)) {
                    if (speaker != null) {
                        throw new AssertionError(speaker.member() + " and " + member.member() + " speak for " + area);
                    }
                    speaker = member;
                }
            }
        }
    }

    private void mendEverything() {
        story.tell("all is mended");
        network.mend();
        for (PlacingMember member : List.copyOf(members.values())) {
            member.member().process().goOn();
            if (member.member().process().isDead()) {
                restart(member);
            }
        }
        grid.review();
        simulation.in(1_000_000, grid::review);
        simulation.in(2_000_000, () -> areas.forEach(area -> search(anyMember(), area)));
    }

    private void checkTheEnd() {
        if (!grid.isWhole()) {
            throw new AssertionError("The grid is still in parts.");
        }
        for (Search search : searches) {
            if (!search.by.member().process().isDead() && !search.found.isDone()) {
                throw new AssertionError(search.by.member() + " still waits for " + search.area);
            }
        }
        for (AreaId area : areas) {
            checkAgreement(area);
        }
    }

    private void checkAgreement(AreaId area) {
        Placement agreed = members.values().iterator().next().placer().table().placement(area);
        for (PlacingMember member : members.values()) {
            Placement known = member.placer().table().placement(area);
            if (!known.equals(agreed)) {
                throw new AssertionError(member.member() + " has " + area + " at " + known + ", others at " + agreed);
            }
            boolean isHere = agreed.member().equals(member.member().id());
            Long held = member.held().get(area);
            if (isHere ? held == null || held != agreed.epoch() || !member.speaksFor(area) : held != null) {
                throw new AssertionError(member.member() + " holds " + area + " under " + held + ", placed at " + agreed
                        + ", lease " + member.lease().isHeld() + ", "
                        + members.values().stream()
                                .map(m -> m.member() + " sees "
                                        + m.member().membership().view())
                                .toList());
            }
        }
        if (!agreed.isOpen()) {
            throw new AssertionError(area + " is not open at the end: " + agreed);
        }
    }

    private PlacingMember anyMember() {
        List<String> names = members.keySet().stream().sorted().toList();
        return members.get(names.get(simulation.random().nextInt(names.size())));
    }

    private AreaId anyArea() {
        return areas.get(simulation.random().nextInt(AREAS));
    }

    private record Search(PlacingMember by, AreaId area, CompletableFuture<Placement> found) {}

    /**
     * What a story is about.
     *
     * @param drift how much clocks really differ from true time
     */
    public record Plan(
            long seed, int members, LeaseTerms terms, double drift, SimulatedNetwork.Terms quality, long chaosMillis) {}
}
