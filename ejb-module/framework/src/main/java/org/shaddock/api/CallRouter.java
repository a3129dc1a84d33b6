package org.shaddock.api;

import java.util.List;

/** A game's own way to choose the member for a call. Safe for use by any thread; must not block. */
@FunctionalInterface
public interface CallRouter {

    /**
     * Chooses a member.
     *
     * @param members names of the ready members of the call's server type, sorted, never empty
     * @return one of them
     * @throws HandlerException to refuse the call
     */
    String choose(RemoteCall call, List<String> members);
}
