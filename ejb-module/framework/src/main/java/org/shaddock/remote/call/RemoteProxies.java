package org.shaddock.remote.call;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaId;
import org.shaddock.api.Remotes;
import org.shaddock.cluster.Membership;
import org.shaddock.flow.Timer;
import org.shaddock.remote.Peers;
import org.shaddock.remote.codec.TypeCodecs;
import org.shaddock.remote.routing.MemberRouter;

/** Objects that stand for services of other members: each call of a method of theirs travels. */
public final class RemoteProxies implements Remotes {

    private static final Object[] NO_ARGUMENTS = {};

    private final Peers peers;
    private final MemberRouter router;
    private final CallFilters filters;
    private final TypeCodecs codecs;
    private final RemoteCaller caller;
    private final Retries retries;
    private final Map<Class<?>, RemoteInterface> services = new ConcurrentHashMap<>();

    public RemoteProxies(
            Peers peers, Membership membership, MemberRouter router, TypeCodecs codecs, Surroundings surroundings) {
        this.peers = peers;
        this.router = router;
        this.filters = surroundings.filters();
        this.codecs = codecs;
        this.retries = new Retries(surroundings.timer());
        this.caller = new RemoteCaller(
                new CallSender(peers, membership, router, surroundings.areas(), surroundings.timeoutMillis()),
                retries,
                surroundings.areas(),
                surroundings.pool());
    }

    @Override
    public <T> T of(Class<T> service) {
        return proxy(service, new Target.ByArguments());
    }

    @Override
    public <T> T withKey(Class<T> service, String key) {
        return proxy(service, new Target.ByKey(key));
    }

    @Override
    public <T> T onMember(Class<T> service, String member) {
        return proxy(service, new Target.ToMember(member));
    }

    @Override
    public <T> T inArea(Class<T> service, AreaId area) {
        return proxy(service, new Target.ToArea(area));
    }

    @Override
    public List<String> members(String serverType) {
        return router.members(serverType).stream()
                .map(member -> member.id().name())
                .toList();
    }

    /** Ends the calls that wait to be tried again. */
    public void close() {
        retries.close();
    }

    private <T> T proxy(Class<T> type, Target target) {
        RemoteInterface service = services.computeIfAbsent(type, known -> checked(known));
        InvocationHandler handler = new Calls(service, target);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private RemoteInterface checked(Class<?> type) {
        try {
            return new RemoteInterface(type, codecs);
        } catch (RemoteDefinitionException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Turns method calls into remote ones. */
    private final class Calls implements InvocationHandler {

        private final RemoteInterface service;
        private final Target target;

        Calls(RemoteInterface service, Target target) {
            this.service = service;
            this.target = target;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            Object[] given = arguments == null ? NO_ARGUMENTS : arguments;
            if (method.getDeclaringClass() == Object.class) {
                return ofObject(proxy, method, given);
            }
            if (method.isDefault()) {
                return InvocationHandler.invokeDefault(proxy, method, given);
            }
            RemoteMethod remote = Objects.requireNonNull(service.method(method.getName()));
            OutgoingCall.Sender sender = new OutgoingCall.Sender(peers.self().name(), filters);
            return caller.call(OutgoingCall.of(service, remote, target, given, sender));
        }

        /** A proxy is equal to itself alone. */
        private Object ofObject(Object proxy, Method method, Object[] arguments) {
            return switch (method.getName()) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> service.name() + " " + target;
            };
        }
    }

    /**
     * What the surroundings lend.
     *
     * @param pool where stages complete
     * @param timer runs what is tried again
     * @param filters around calls
     * @param areas for calls to one
     * @param timeoutMillis for an attempt whose policy does not say
     */
    public record Surroundings(Executor pool, Timer timer, CallFilters filters, AreaAccess areas, long timeoutMillis) {}
}
