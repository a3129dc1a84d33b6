/**
 * Behaviour trees: what a monster does next, put together from small pieces. The nodes are Pomelo's, with time as a
 * parameter and one tree for any number of entities.
 *
 * <pre>{@code
 * static final BehaviorTree<Wolf> WOLF = BehaviorTree.of(priority(
 *     guard(Wolf::seesPrey, sequence(action(Wolf::chase), action(Wolf::bite), pause(800))),
 *     sequence(action(Wolf::patrol), pause(2_000))));
 *
 * BehaviorRun<Wolf> mind = WOLF.start(wolf);          // one per wolf
 * mind.step(nowMillis);                               // once per tick
 * }</pre>
 *
 * <p>The context, a wolf above, is the blackboard: whatever conditions and actions read and write. One thread at a time
 * for each run. The package imports nothing but the JDK.
 */
@NullMarked
package org.shaddock.api.behavior;

import org.jspecify.annotations.NullMarked;
