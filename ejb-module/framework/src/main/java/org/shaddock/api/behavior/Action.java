package org.shaddock.api.behavior;

/**
 * What an entity does in one step.
 *
 * @param <C> the blackboard
 */
@FunctionalInterface
public interface Action<C> {

    /**
     * Does a part of it and returns at once; a step must not block. What has to be remembered until the next step is
     * kept in the context, since many entities share the action.
     *
     * @param nowMillis the time that was given to {@link BehaviorRun#step}
     */
    Status act(C context, long nowMillis);
}
