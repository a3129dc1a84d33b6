package org.shaddock.area;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.Session;
import org.shaddock.api.SessionId;
import org.shaddock.cluster.MemberId;

/** The port to sessions, those of this member and those of others. */
public interface SessionPort {

    /** A session whose connection this member holds; {@code null} if it has ended. */
    @Nullable
    Session find(SessionId id);

    /** The member that holds a session's connection; empty if it is this one. */
    Optional<MemberId> frontEnd(Session session);

    /** All that another member has to know of a session of this one. */
    byte[] snapshot(Session session);

    /** A session of another member, from what that has told. */
    Session remote(MemberId frontEnd, byte[] snapshot);
}
