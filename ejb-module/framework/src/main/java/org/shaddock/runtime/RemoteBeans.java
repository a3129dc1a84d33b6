package org.shaddock.runtime;

import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.shaddock.api.CallRouter;
import org.shaddock.api.RemoteFilter;
import org.shaddock.handler.DefinitionException;
import org.shaddock.remote.call.RemoteInterface;
import org.shaddock.remote.codec.JavaTypes;

/**
 * The game's beans that have to do with calls between members.
 *
 * @param implementations those that implement {@code @Remote} interfaces
 * @param filters those around calls
 * @param routers those that choose members
 * @param beans looks them up
 */
record RemoteBeans(List<Bean<?>> implementations, List<Bean<?>> filters, List<Bean<?>> routers, BeanManager beans) {

    /**
     * Checks the game's interfaces and what implements them.
     *
     * @throws DefinitionException naming the culprit and the fix, as a RemoteDefinitionException does
     */
    void check(Collection<Class<?>> services) {
        JavaTypes codecs = new JavaTypes();
        for (Class<?> service : services) {
            new RemoteInterface(service, codecs).routers().forEach(router -> checkRouter(router, service));
        }
        Map<Class<?>, Bean<?>> known = new HashMap<>();
        for (Bean<?> bean : implementations) {
            checkCallable(bean, "the calls of other members reach it");
            RemoteScan.services(bean.getBeanClass()).forEach(service -> checkSingle(service, bean, known));
        }
        filters.forEach(bean -> checkCallable(bean, "it can be called around remote calls"));
    }

    /** What is needed to run them. */
    RemoteGame game() {
        return new RemoteGame(
                implementations.stream()
                        .flatMap(bean -> RemoteScan.services(bean.getBeanClass()).stream()
                                .map(service -> new RemoteGame.Service(service, new BeanReference(bean, beans))))
                        .toList(),
                filters.stream()
                        .map(bean -> (RemoteFilter) new BeanReference(bean, beans).get())
                        .toList(),
                this::router);
    }

    /** The bean of that class, or a new object of it. */
    private CallRouter router(Class<? extends CallRouter> type) {
        Optional<Bean<?>> bean = bean(type);
        if (bean.isPresent()) {
            return (CallRouter) new BeanReference(bean.get(), beans).get();
        }
        try {
            Constructor<? extends CallRouter> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " cannot be made.", e);
        }
    }

    private Optional<Bean<?>> bean(Class<? extends CallRouter> type) {
        return routers.stream().filter(bean -> bean.getBeanClass() == type).findFirst();
    }

    private void checkRouter(Class<? extends CallRouter> router, Class<?> service) {
        boolean canBeMade = !Modifier.isAbstract(router.getModifiers())
                && Stream.of(router.getDeclaredConstructors()).anyMatch(each -> each.getParameterCount() == 0);
        if (!canBeMade && bean(router).isEmpty()) {
            throw new DefinitionException(router.getName() + ", the router of " + service.getName()
                    + ", is neither a bean nor has it a constructor without arguments: add a scope such as"
                    + " @ApplicationScoped.");
        }
    }

    private static void checkCallable(Bean<?> bean, String purpose) {
        Class<?> type = bean.getBeanClass();
        if (!bean.getTypes().contains(type)) {
            throw new DefinitionException(type.getName()
                    + " is an EJB that shows only its interfaces: add @LocalBean so that " + purpose + ".");
        }
    }

    private static void checkSingle(Class<?> service, Bean<?> bean, Map<Class<?>, Bean<?>> known) {
        Bean<?> other = known.put(service, bean);
        if (other != null) {
            throw new DefinitionException("Both " + other.getBeanClass().getName() + " and "
                    + bean.getBeanClass().getName() + " implement " + service.getName()
                    + ": keep one, or serve two interfaces.");
        }
    }
}
