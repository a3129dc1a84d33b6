/**
 * Who is in the cluster, and who may speak for what it owns: members, the view of them, and the lease that ends by itself.
 *
 * <p>Plain values and time arithmetic, so every rule can be run through thousands of failures in a test. What crosses the
 * network goes through the ports {@link org.shaddock.cluster.Membership}, {@link org.shaddock.cluster.LeaseStore} and
 * {@link org.shaddock.cluster.Ballot}. May touch {@code flow}.
 */
@NullMarked
package org.shaddock.cluster;

import org.jspecify.annotations.NullMarked;
