/**
 * Tests of several members that are one cluster, each a server of its own, with real clients on each: what clients see when
 * members end, hang, stop in order, come and come back.
 */
@NullMarked
package org.shaddock.it.cluster;

import org.jspecify.annotations.NullMarked;
