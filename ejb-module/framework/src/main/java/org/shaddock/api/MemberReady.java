package org.shaddock.api;

import java.util.Set;

/**
 * A member of the cluster is ready, this one included. Observe it as a CDI event.
 *
 * @param member its name
 * @param serverTypes what it runs
 */
public record MemberReady(String member, Set<String> serverTypes) {}
