package org.shaddock.cron;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.CronStatus;
import org.shaddock.api.Crons;
import org.shaddock.metrics.Counters;

/** The crons of this member. Between start and stop each sweep runs those that are due. */
public final class CronTable implements Crons {

    private static final int MOST = 10_000;

    private final List<CronPlan> plans;
    private final CronTurns turns;
    private final Environment environment;
    private final Map<String, CronJob> jobs = new ConcurrentHashMap<>();
    private volatile boolean started;

    /** @param plans the crons to begin with */
    public CronTable(List<CronPlan> plans, CronTurns turns, Environment environment) {
        this.plans = List.copyOf(plans);
        this.turns = turns;
        this.environment = environment;
    }

    /** The members' roles that the first crons name. */
    public Set<String> serverTypes() {
        return plans.stream()
                .map(CronPlan::serverType)
                .filter(type -> !type.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** From now on what is due runs; what was due before is not made up for. */
    public void start() {
        plans.forEach(this::add);
        started = true;
    }

    /** Nothing begins any more; what runs goes on. */
    public void stop() {
        started = false;
    }

    /** Runs what is due. Call it several times a second, by one thread at a time. */
    public void sweep() {
        if (!started) {
            return;
        }
        Instant now = environment.wallClock().instant();
        for (CronJob job : jobs.values()) {
            if (!job.next().isAfter(now)) {
                due(job, now);
            }
        }
    }

    @Override
    public void add(String name, String expression, Consumer<Instant> action) {
        add(name, expression, false, action);
    }

    @Override
    public void addOncePerCluster(String name, String expression, Consumer<Instant> action) {
        add(name, expression, true, action);
    }

    @Override
    public boolean addLike(String name, String expression, String other) {
        Optional<CronPlan> like = Stream.concat(jobs.values().stream().map(CronJob::plan), plans.stream())
                .filter(plan -> plan.name().equals(other))
                .findFirst();
        like.ifPresent(plan -> add(plan.at(name, CronExpression.parse(expression, environment.zone()))));
        return like.isPresent();
    }

    @Override
    public boolean remove(String name) {
        return jobs.remove(name) != null;
    }

    @Override
    public List<CronStatus> list() {
        return jobs.values().stream()
                .map(CronJob::status)
                .sorted(Comparator.comparing(CronStatus::name))
                .toList();
    }

    private void add(String name, String expression, boolean oncePerCluster, Consumer<Instant> action) {
        CronExpression when = CronExpression.parse(expression, environment.zone());
        add(new CronPlan(name, when, "", "", oncePerCluster, due -> {
            action.accept(due);
            return null;
        }));
    }

    private void add(CronPlan plan) {
        if (jobs.size() >= MOST) {
            throw new IllegalStateException("There are " + MOST + " crons already: remove those that are done.");
        }
        CronJob job =
                new CronJob(plan, environment.ofJobs(), environment.wallClock().instant());
        if (jobs.putIfAbsent(plan.name(), job) != null) {
            throw new IllegalArgumentException(
                    "There is a cron '" + plan.name() + "' already: remove it first, or take another name.");
        }
    }

    private void due(CronJob job, Instant now) {
        if (!job.plan().oncePerCluster()) {
            job.run(job.take(now));
        } else if (turns.isTime(job.plan(), job.next(), now)) {
            Instant due = job.take(now);
            var unused = turns.take(job.plan(), due).whenComplete((mine, failure) -> taken(job, due, mine, failure));
        }
    }

    private void taken(CronJob job, Instant due, @Nullable Boolean mine, @Nullable Throwable failure) {
        if (failure != null) {
            job.failed(failure);
        } else if (Boolean.TRUE.equals(mine) && jobs.get(job.plan().name()) == job) {
            job.run(due);
        }
    }

    /**
     * What crons need.
     *
     * @param pool threads that may be blocked
     * @param wallClock the time of day
     * @param zone where expressions hold that name no time zone
     * @param nowMillis measures how long runs take
     * @param counters counts all runs
     */
    public record Environment(
            Executor pool, InstantSource wallClock, ZoneId zone, LongSupplier nowMillis, Counters counters) {

        CronJob.Environment ofJobs() {
            return new CronJob.Environment(pool, nowMillis, counters);
        }
    }
}
