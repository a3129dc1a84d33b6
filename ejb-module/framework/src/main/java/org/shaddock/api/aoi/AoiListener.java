package org.shaddock.api.aoi;

/**
 * What {@link AoiGrid#tick} tells. A client that applies every call knows exactly the entities that its watcher sees.
 *
 * <p>Each method returns how many bytes it put on the way to the watcher's client; they are counted against
 * {@link AoiSettings#bytesPerTick}. Return 0 where no budget is set. The grid may be asked from here, not changed.
 */
public interface AoiListener {

    /** The entity has come into view: the client has to hear everything about it. */
    int entered(int watcher, int entity);

    /** An entity in view has moved or was touched since the watcher was last told about it. */
    int moved(int watcher, int entity);

    /**
     * An entity that had entered is out of view, or gone from the world. Its number is not given to another one before
     * the tick is over. Told whatever the budget, for a client would show a ghost.
     */
    int left(int watcher, int entity);
}
