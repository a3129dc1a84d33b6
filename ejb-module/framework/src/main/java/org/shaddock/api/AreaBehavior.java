package org.shaddock.api;

import org.jspecify.annotations.Nullable;

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

    /**
     * What an area that moves to another member takes along. If it is empty, the state ends here with {@link #onClose} and
     * begins anew there.
     */
    default byte[] onSave(S state, AreaContext area) {
        return new byte[0];
    }

    /**
     * A session comes in. It joins the area's channel when this returns, so a push from here goes to those already there.
     *
     * @return what {@link Areas#enter} ends with, such as what the newcomer has to know; {@code null} for nothing
     * @throws HandlerException to keep it out
     */
    default @Nullable Object onEnter(Session session, S state, AreaContext area) {
        return null;
    }

    /** A session that was in the area when that was lost or moved is back, without having asked for it. */
    default void onReturn(Session session, S state, AreaContext area) {
        onEnter(session, state, area);
    }

    /** A session has left or its connection has ended; it is no longer in the channel. */
    default void onLeave(Session session, S state, AreaContext area) {}

    /** The area closes: by its own wish, an operator's, for idleness, or since the member stops. */
    default void onClose(S state, AreaContext area) {}

    /**
     * The cluster has taken this member for lost and opens the area elsewhere: this copy ends. Nothing it pushes is delivered; what
     * it would write to a database may overwrite what the other copy has written.
     */
    default void onLost(S state, AreaContext area) {}
}
