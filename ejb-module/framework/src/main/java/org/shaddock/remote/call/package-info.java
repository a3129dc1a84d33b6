/**
 * Calls of {@code @Remote} interfaces: what such an interface is, the proxies that stand for it, how a call gets to a
 * member and is tried again, and how it is carried out there.
 *
 * <p>A call runs on a thread of the pool handed in. That pool must grow when its threads wait, since an implementation
 * may wait for further calls; then members that call one another in circles do not starve.
 */
@NullMarked
package org.shaddock.remote.call;

import org.jspecify.annotations.NullMarked;
