package org.shaddock.api.aoi;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One tick of a world in which every entity moves: all moves, and all that is told to the watchers. At 20 Hz a tick has
 * 50 ms. A view's radius is 50, an entity walks 0.5 per tick, and a move costs a client 12 bytes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class AoiGridBenchmark {

    private static final double RADIUS = 50;
    private static final double STEP = 0.5;

    /** A world to measure. */
    public enum World {
        /** Everybody in one spot sees everybody: 4 million pairs. */
        CROWD_ALL(2_000, 2_000, 40, AoiSettings.cells(RADIUS)),
        /** The same spot; each sees the nearest hundred. */
        CROWD_NEAREST_100(
                2_000, 2_000, 40, AoiSettings.cells(RADIUS).withMaxEntities(100)),
        /** The same, in 600 bytes per tick, 12 kB a second. */
        CROWD_BUDGET(
                2_000,
                2_000,
                40,
                AoiSettings.cells(RADIUS).withMaxEntities(100).withBytesPerTick(600)),
        /** A large world with two thousand players among monsters; about 20 in a view. */
        SPREAD_2000_WATCH(50_000, 2_000, 4_430, AoiSettings.cells(RADIUS)),
        /** A large world of players only. */
        SPREAD_ALL_WATCH(50_000, 50_000, 4_430, AoiSettings.cells(RADIUS));

        final int entities;
        final int watchers;
        final double extent;
        final AoiSettings settings;

        World(int entities, int watchers, double extent, AoiSettings settings) {
            this.entities = entities;
            this.watchers = watchers;
            this.extent = extent;
            this.settings = settings;
        }
    }

    @Param
    World world;

    private final Random random = new Random(7);
    private final Counter counter = new Counter();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long cpuNanos;
    private long ticks;
    private AoiGrid grid;
    private double[] x;
    private double[] y;
    private double[] stepX;
    private double[] stepY;

    @Setup
    public void populate() {
        grid = new AoiGrid(world.settings);
        x = random.doubles(world.entities, 0, world.extent).toArray();
        y = random.doubles(world.entities, 0, world.extent).toArray();
        stepX = random.doubles(world.entities, -STEP, STEP).toArray();
        stepY = random.doubles(world.entities, -STEP, STEP).toArray();
        for (int i = 0; i < world.entities; i++) {
            grid.add(x[i], y[i]);
        }
        for (int i = 0; i < world.watchers; i++) {
            grid.watch(i, RADIUS);
        }
    }

    /** The moves alone. */
    @Benchmark
    public int moves() {
        move();
        return grid.size();
    }

    /** The moves and the tick. */
    @Benchmark
    public long tick() {
        move();
        grid.tick(counter);
        return counter.bytes;
    }

    private void move() {
        ticks++;
        for (int i = 0; i < x.length; i++) {
            stepX[i] = x[i] < 0 || x[i] > world.extent ? Math.copySign(stepX[i], world.extent / 2 - x[i]) : stepX[i];
            stepY[i] = y[i] < 0 || y[i] > world.extent ? Math.copySign(stepY[i], world.extent / 2 - y[i]) : stepY[i];
            x[i] += stepX[i];
            y[i] += stepY[i];
            grid.move(i, x[i], y[i]);
        }
    }

    @Setup(Level.Iteration)
    public void startCounting() {
        ticks = 0;
        cpuNanos = threads.getCurrentThreadCpuTime();
    }

    /** What a busy machine cannot spoil as it does the time on the wall. */
    @TearDown(Level.Iteration)
    public void printCpuTime() {
        double millis = (threads.getCurrentThreadCpuTime() - cpuNanos) / 1e6;
        System.out.printf("CPU %.2f ms/op, ", millis / ticks);
    }

    private static final class Counter implements AoiListener {

        private long bytes;

        @Override
        public int entered(int watcher, int entity) {
            bytes += 40;
            return 40;
        }

        @Override
        public int moved(int watcher, int entity) {
            bytes += 12;
            return 12;
        }

        @Override
        public int left(int watcher, int entity) {
            bytes += 4;
            return 4;
        }
    }
}
