package org.shaddock.api;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The way into areas. Inject it.
 *
 * <p>A session is in at most one area of each type; from then on its messages to that type go there. A message to a type
 * of which the session is in no area is answered with an error.
 */
public interface Areas {

    /**
     * Lets a session into an area, which opens if it is not open; out of the one of that type it was in before.
     *
     * @return ends when {@link AreaBehavior#onEnter} has, with what that returned, ready to be the answer of the handler
     *     that calls this: from another member it comes as JSON text; fails with what onEnter threw
     */
    CompletionStage<@Nullable Object> enter(Session session, AreaId area);

    /** Opens an area if it is not open, without anybody in it; ends when some member holds it. */
    CompletionStage<Void> open(AreaId area);

    /** Takes a session out of the area of that type it is in, if any; ends when {@link AreaBehavior#onLeave} has. */
    CompletionStage<Void> leave(Session session, String type);

    /** The area of that type a session is in. */
    Optional<AreaId> current(Session session, String type);
}
