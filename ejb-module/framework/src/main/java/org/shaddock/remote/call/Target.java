package org.shaddock.remote.call;

import org.shaddock.api.AreaId;

/** Where the caller wants a call to go. */
sealed interface Target {

    /** Where the policy and the arguments say. */
    record ByArguments() implements Target {}

    /** Where the policy says for this key. */
    record ByKey(String key) implements Target {}

    /** To this member, by name. */
    record ToMember(String member) implements Target {}

    /** To whoever holds the area. */
    record ToArea(AreaId area) implements Target {}
}
