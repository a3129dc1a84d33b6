package org.shaddock.api;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * The crons of this member: those that {@link Cron} methods are, and others that come and go while it runs. Inject it; any thread may
 * call.
 *
 * <p>What is added or removed here is so on this member, until it stops. An action does not travel, so what is to run on several
 * members is added on each of them; {@link ServerLifecycle#afterStart} is a good place.
 */
public interface Crons {

    /**
     * Adds a cron.
     *
     * @param expression when, as {@link Cron#value} says
     * @param action gets the instant for which it runs; may block
     * @throws IllegalArgumentException saying what is wrong with the expression, or that there is a cron of this name
     */
    void add(String name, String expression, Consumer<Instant> action);

    /**
     * Adds a cron each of whose runs takes place on one member alone, of those that have added it under the same name.
     *
     * @throws IllegalArgumentException saying what is wrong with the expression, or that there is a cron of this name
     */
    void addOncePerCluster(String name, String expression, Consumer<Instant> action);

    /**
     * Adds a cron that does what another one does, at times of its own. What {@link Cron} methods do can be added again after it was
     * removed.
     *
     * @return false if there is no other one of this name
     * @throws IllegalArgumentException saying what is wrong with the expression, or that there is a cron of the new name
     */
    boolean addLike(String name, String expression, String other);

    /** Removes a cron; a run that has begun goes on. False if there is none of this name. */
    boolean remove(String name);

    /** All crons, by name. */
    List<CronStatus> list();
}
