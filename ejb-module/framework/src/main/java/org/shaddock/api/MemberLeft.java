package org.shaddock.api;

/**
 * A member has left the cluster, or is taken for lost. Observe it as a CDI event.
 *
 * @param member its name
 */
public record MemberLeft(String member) {}
