package org.shaddock.simulation;

import java.util.List;
import java.util.function.Consumer;

/** What befalls a cluster: processes that stop for a while, networks that are cut and mended. */
final class Misfortunes {

    private final Simulation simulation;
    private final SimulatedNetwork network;
    private final SimulatedGrid grid;
    private final Consumer<String> story;

    /** @param story is told what happens */
    Misfortunes(Simulation simulation, SimulatedNetwork network, SimulatedGrid grid, Consumer<String> story) {
        this.simulation = simulation;
        this.network = network;
        this.grid = grid;
        this.story = story;
    }

    /** Stops a process that runs, and lets it go on later. */
    void stop(SimulatedMember member) {
        SimulatedProcess process = member.process();
        if (process.isRunning()) {
            long micros = simulation.chance(0.5) ? simulation.upToMillis(1_500) : simulation.upToMillis(8_000);
            story.accept(member + " stops for " + micros / 1000 + " ms");
            process.stop();
            grid.somethingHappened();
            simulation.in(micros, () -> {
                story.accept(member + " goes on");
                process.goOn();
                grid.somethingHappened();
            });
        }
    }

    /** Cuts some from the others, or one link alone, and mends it later. */
    void cut(List<String> names) {
        boolean[] left = new boolean[names.size()];
        for (int i = 0; i < left.length; i++) {
            left[i] = simulation.random().nextBoolean();
        }
        boolean onlyOneLink = simulation.chance(0.3);
        for (int i = 0; i < left.length; i++) {
            for (int j = 0; j < i; j++) {
                if (left[i] != left[j] && (!onlyOneLink || network.isHealthy())) {
                    cut(names.get(i), names.get(j));
                }
            }
        }
        grid.somethingHappened();
        simulation.in(simulation.upToMillis(7_000), () -> {
            story.accept("the network is whole");
            network.mend();
            grid.somethingHappened();
        });
    }

    private void cut(String one, String other) {
        network.cut(one, other);
        story.accept(one + " and " + other + " are cut apart");
    }
}
