package org.shaddock.api;

/**
 * What the areas of a type do: one bean for all of them, one state object for each.
 *
 * <p>Every method runs as a turn of the area: one at a time, never two at once, so the state needs no lock. The time is
 * {@link AreaContext#nowMillis()}. A turn must not block: it would hold up its area and occupy one of few threads.
 *
 * @param <S> the state of one area
 */
public interface AreaBehavior<S> {

    /** The area is needed for the first time, or again after it was closed or its member was lost. */
    S onOpen(AreaContext area);

    /** The area has moved here from another member, which saved it. */
    default S onOpen(AreaContext area, byte[] saved) {
        return onOpen(area);
    }

    /** What an area that moves takes along; nothing if empty. */
    default byte[] onSave(S state, AreaContext area) {
        return new byte[0];
    }

    /** A session has come in. */
    default void onEnter(Session session, S state, AreaContext area) {}

    /** A session has left or its connection has ended. */
    default void onLeave(Session session, S state, AreaContext area) {}

    /** The area closes: by its own wish, an operator's, for idleness, or since the member stops. */
    default void onClose(S state, AreaContext area) {}
}
