package org.shaddock.api;

/**
 * A call to a {@link Remote} interface, as routers and filters see it.
 *
 * @param serverType the type of the members that serve it
 * @param service the interface's class name
 * @param method the method's name
 * @param key the text of the {@link RouteKey}; {@code ""} without one
 * @param caller the name of the member the call comes from
 */
public record RemoteCall(String serverType, String service, String method, String key, String caller) {}
