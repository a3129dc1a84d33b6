package org.shaddock.remote.call;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.CallRouter;
import org.shaddock.api.Remote;
import org.shaddock.remote.codec.TypeCodecs;

/** A {@link Remote} interface, checked. */
public final class RemoteInterface {

    private final Class<?> type;
    private final String serverType;
    private final Map<String, RemoteMethod> methods = new HashMap<>();

    /** @throws RemoteDefinitionException if it cannot be called */
    public RemoteInterface(Class<?> type, TypeCodecs codecs) {
        Remote remote = type.getAnnotation(Remote.class);
        if (!type.isInterface() || remote == null) {
            throw new RemoteDefinitionException(type.getName() + " is no interface with @Remote.");
        }
        this.type = type;
        this.serverType = remote.value();
        for (Method method : type.getMethods()) {
            if (Modifier.isAbstract(method.getModifiers())) {
                add(RemoteMethod.of(method, type, codecs));
            }
        }
    }

    public Class<?> type() {
        return type;
    }

    /** The type of the members that serve it. */
    public String serverType() {
        return serverType;
    }

    /** Its name on the network. */
    public String name() {
        return type.getName();
    }

    /** The game's own routers that its calls need. */
    public Set<Class<? extends CallRouter>> routers() {
        return methods.values().stream()
                .map(method -> method.policy().custom())
                .filter(router -> router != CallRouter.class)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Nullable
    RemoteMethod method(String name) {
        return methods.get(name);
    }

    private void add(RemoteMethod method) {
        if (methods.put(method.method().getName(), method) != null) {
            throw new RemoteDefinitionException(
                    name() + " has two methods called " + method.method().getName() + ": give them different names.");
        }
    }
}
