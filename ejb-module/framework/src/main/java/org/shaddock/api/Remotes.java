package org.shaddock.api;

import java.util.List;

/**
 * Calls to other members where an injected {@link Remote} interface and its {@link CallPolicy} do not say enough. Inject
 * it. The proxies are cheap to get and may be kept.
 *
 * <p>Whatever {@code service} is not a {@link Remote} interface is refused with an IllegalArgumentException.
 */
public interface Remotes {

    /** Calls go where the service's policy says: what injecting it gives. */
    <T> T of(Class<T> service);

    /** Calls are routed by this key, whatever their arguments. */
    <T> T withKey(Class<T> service, String key);

    /** Calls go to this member. */
    <T> T onMember(Class<T> service, String member);

    /** Calls go to the member that holds the area and run as turns of it. */
    <T> T inArea(Class<T> service, AreaId area);

    /** The names of the ready members that run a server type, sorted. */
    List<String> members(String serverType);
}
