package org.shaddock.runtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessBeanAttributes;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessProducerMethod;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.CallRouter;
import org.shaddock.api.Remote;
import org.shaddock.api.RemoteFilter;
import org.shaddock.api.Remotes;
import org.shaddock.handler.DefinitionException;
import org.shaddock.remote.call.RemoteDefinitionException;

/**
 * Finds the game's {@link Remote} interfaces while the container looks through the deployment, and lets each be injected:
 * as a proxy whose calls travel, wherever the bean is that implements it.
 *
 * <p>That bean would fit such an injection point too, so it loses the interface among its types. It stays injectable by its
 * class.
 */
public class RemoteScan implements Extension {

    private final Set<Class<?>> services = new ConcurrentSkipListSet<>(Comparator.comparing(Class::getName));
    private final List<Bean<?>> implementations = new CopyOnWriteArrayList<>();
    private final List<Bean<?>> filters = new CopyOnWriteArrayList<>();
    private final List<Bean<?>> routers = new CopyOnWriteArrayList<>();
    private @Nullable Bean<?> remotes;

    <T> void hide(@Observes ProcessBeanAttributes<T> event) {
        Set<Type> types = event.getBeanAttributes().getTypes();
        if (event.getAnnotated() instanceof AnnotatedType && types.stream().anyMatch(RemoteScan::isService)) {
            services.addAll(services(types.stream()));
            event.configureBeanAttributes()
                    .types(types.stream().filter(type -> !isService(type)).collect(Collectors.toSet()));
        }
    }

    void injected(@Observes ProcessInjectionPoint<?, ?> event) {
        Type wanted = event.getInjectionPoint().getType();
        services.addAll(services(
                wanted instanceof ParameterizedType generic
                        ? Stream.of(generic.getActualTypeArguments())
                        : Stream.of(wanted)));
    }

    /** EJBs come here too: their event is a special case of this one. */
    void bean(@Observes ProcessManagedBean<?> event) {
        Bean<?> bean = event.getBean();
        Class<?> type = bean.getBeanClass();
        if (!services(type).isEmpty()) {
            implementations.add(bean);
        }
        if (RemoteFilter.class.isAssignableFrom(type)) {
            filters.add(bean);
        }
        if (CallRouter.class.isAssignableFrom(type)) {
            routers.add(bean);
        }
    }

    /** Found here, since a bean that an extension adds sees other beans than the framework does. */
    void producer(@Observes ProcessProducerMethod<Remotes, ApiProducer> event) {
        remotes = event.getBean();
    }

    void add(@Observes AfterBeanDiscovery event, BeanManager beans) {
        BeanReference calls = new BeanReference(Objects.requireNonNull(remotes), Remotes.class, beans);
        for (Class<?> service : services) {
            event.addBean()
                    .id(RemoteScan.class.getName() + " " + service.getName())
                    .types(service, Object.class)
                    .scope(ApplicationScoped.class)
                    .produceWith(context -> ((Remotes) calls.get()).of(service));
        }
    }

    void validate(@Observes AfterDeploymentValidation event, BeanManager beans) {
        try {
            beans(beans).check(services);
        } catch (DefinitionException | RemoteDefinitionException e) {
            event.addDeploymentProblem(e);
        }
    }

    /** What was found. */
    RemoteBeans beans(BeanManager beans) {
        return new RemoteBeans(implementations, filters, routers, beans);
    }

    /** The services that a class implements, in person or by what it extends. */
    static Set<Class<?>> services(Class<?> type) {
        Set<Class<?>> found = new LinkedHashSet<>();
        if (isService(type)) {
            found.add(type);
        }
        Class<?> above = type.getSuperclass();
        if (above != null) {
            found.addAll(services(above));
        }
        Stream.of(type.getInterfaces()).forEach(each -> found.addAll(services(each)));
        return found;
    }

    private static List<Class<?>> services(Stream<? extends Type> types) {
        return types.filter(RemoteScan::isService)
                .<Class<?>>map(type -> (Class<?>) type)
                .toList();
    }

    private static boolean isService(Type type) {
        return type instanceof Class<?> found && found.isInterface() && found.isAnnotationPresent(Remote.class);
    }
}
