package org.shaddock.runtime;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.shaddock.api.CallRouter;
import org.shaddock.api.RemoteFilter;

/**
 * What the deployment brings for calls between members.
 *
 * @param services the interfaces that beans of it implement
 * @param filters its filters around calls
 * @param routers finds its own router of a class
 */
public record RemoteGame(
        List<Service> services, List<RemoteFilter> filters, Function<Class<? extends CallRouter>, CallRouter> routers) {

    /** Nothing. */
    public static final RemoteGame NONE = new RemoteGame(List.of(), List.of(), router -> {
        throw new IllegalStateException("There is no " + router.getName() + ".");
    });

    /**
     * A {@code @Remote} interface that is implemented here.
     *
     * @param type the interface
     * @param implementation looked up for each call
     */
    public record Service(Class<?> type, Supplier<Object> implementation) {}
}
