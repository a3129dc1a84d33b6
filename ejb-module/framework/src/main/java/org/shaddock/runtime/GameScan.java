package org.shaddock.runtime;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessSessionBean;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.shaddock.api.Area;
import org.shaddock.api.Handler;
import org.shaddock.api.HandlerFilter;
import org.shaddock.api.ServerType;
import org.shaddock.config.ConfigException;
import org.shaddock.filter.FilterSet;
import org.shaddock.handler.DefinitionException;
import org.shaddock.handler.HandlerMethod;
import org.shaddock.handler.HandlerRegistry;
import org.shaddock.handler.HandlerScanner;

/**
 * Finds the game's classes while the container looks through the deployment, in whichever ejb-jar they are, and stops it
 * with one sentence if they or the configuration cannot work.
 */
public class GameScan implements Extension {

    private final List<Bean<?>> handlers = new CopyOnWriteArrayList<>();
    private final List<Bean<?>> filters = new CopyOnWriteArrayList<>();

    void managedBean(@Observes ProcessManagedBean<?> event) {
        sort(event, event.getAnnotatedBeanClass());
    }

    void sessionBean(@Observes ProcessSessionBean<?> event) {
        sort(event, event.getAnnotatedBeanClass());
    }

    void validate(@Observes AfterDeploymentValidation event, BeanManager beans) {
        try {
            handlers.forEach(bean -> requireNoContainerLock(bean.getBeanClass()));
            Settings settings = ConfigSource.settings();
            registry(settings, beans);
        } catch (DefinitionException | ConfigException e) {
            event.addDeploymentProblem(e);
        }
    }

    /** The handlers this member runs. */
    HandlerRegistry registry(Settings settings, BeanManager beans) {
        HandlerScanner scanner = new HandlerScanner();
        List<HandlerMethod> found = handlers.stream()
                .filter(bean -> settings.runs(serverType(bean)))
                .flatMap(bean ->
                        scanner.scan(serverType(bean), bean.getBeanClass(), new BeanReference(bean, beans)).stream())
                .toList();
        return new HandlerRegistry(found);
    }

    /** The game's filters. */
    List<FilterSet.Entry> filters(BeanManager beans) {
        return filters.stream()
                .map(bean ->
                        new FilterSet.Entry((HandlerFilter) new BeanReference(bean, beans).get(), serverType(bean)))
                .toList();
    }

    private void sort(ProcessBean<?> event, Annotated annotated) {
        Bean<?> bean = event.getBean();
        if (HandlerFilter.class.isAssignableFrom(bean.getBeanClass())) {
            filters.add(bean);
        } else if (annotated.isAnnotationPresent(ServerType.class)) {
            handlers.add(bean);
        } else if (hasHandlers(bean.getBeanClass())) {
            event.addDefinitionError(new DefinitionException(bean.getBeanClass().getName()
                    + " has @Handler methods but no server type: add @ServerType(\"…\") to the class."));
        }
    }

    private static boolean hasHandlers(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch((Method method) -> method.isAnnotationPresent(Handler.class));
    }

    private static String serverType(Bean<?> bean) {
        ServerType type = bean.getBeanClass().getAnnotation(ServerType.class);
        return type == null ? "" : type.value();
    }

    private static void requireNoContainerLock(Class<?> type) {
        ConcurrencyManagement management = type.getAnnotation(ConcurrencyManagement.class);
        boolean locked = management == null || management.value() == ConcurrencyManagementType.CONTAINER;
        if (type.isAnnotationPresent(Area.class) && type.isAnnotationPresent(Singleton.class) && locked) {
            throw new DefinitionException(
                    type.getName() + " is an @Area with container-managed locks, which would make its"
                            + " areas wait for one another: add @ConcurrencyManagement(BEAN).");
        }
    }
}
