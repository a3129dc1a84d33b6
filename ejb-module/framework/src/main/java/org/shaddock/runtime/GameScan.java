package org.shaddock.runtime;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.shaddock.api.Authenticator;
import org.shaddock.api.HandlerFilter;
import org.shaddock.area.AreaType;
import org.shaddock.config.ConfigException;
import org.shaddock.filter.FilterSet;
import org.shaddock.handler.DefinitionException;
import org.shaddock.handler.HandlerMethod;
import org.shaddock.handler.HandlerRegistry;

/**
 * Finds the game's classes while the container looks through the deployment, in whichever ejb-jar they are, and stops it
 * with one sentence if they or the configuration cannot work.
 */
public class GameScan implements Extension {

    private final List<Bean<?>> handlers = new CopyOnWriteArrayList<>();
    private final List<Bean<?>> filters = new CopyOnWriteArrayList<>();

    /** EJBs come here too: their event is a special case of this one. */
    void bean(@Observes ProcessManagedBean<?> event) {
        sort(event);
    }

    void validate(@Observes AfterDeploymentValidation event, BeanManager beans) {
        try {
            handlers.forEach(bean -> HandlerClass.of(bean).check());
            Settings settings = ConfigSource.settings();
            registry(beans);
            areas(settings, beans);
            Authenticators.check(
                    settings.authentication(),
                    !beans.getBeans(Authenticator.class).isEmpty());
        } catch (DefinitionException | ConfigException e) {
            event.addDeploymentProblem(e);
        }
    }

    /** All handlers, those that other members run included: the deployment is the same everywhere. */
    HandlerRegistry registry(BeanManager beans) {
        List<HandlerMethod> found = handlers.stream()
                .map(HandlerClass::of)
                .flatMap(type -> type.handlers(beans).stream())
                .toList();
        return new HandlerRegistry(found);
    }

    /** Every server type that a class is marked with. */
    Set<String> serverTypes() {
        return handlers.stream()
                .map(bean -> HandlerClass.of(bean).serverType())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The areas this member runs. */
    Map<String, AreaType> areas(Settings settings, BeanManager beans) {
        Map<String, AreaType> types = new TreeMap<>();
        handlers.stream()
                .map(HandlerClass::of)
                .filter(type -> type.isArea() && settings.runs(type.serverType()))
                .forEach(type -> {
                    if (types.put(type.serverType(), type.area(beans)) != null) {
                        throw new DefinitionException("There are two classes with @Area(\"" + type.serverType()
                                + "\"): keep one, or give them different types.");
                    }
                });
        return types;
    }

    /** The game's filters. */
    List<FilterSet.Entry> filters(BeanManager beans) {
        return filters.stream()
                .map(bean -> new FilterSet.Entry(
                        (HandlerFilter) new BeanReference(bean, beans).get(),
                        HandlerClass.of(bean).serverType()))
                .toList();
    }

    private void sort(ProcessBean<?> event) {
        Bean<?> bean = event.getBean();
        HandlerClass type = HandlerClass.of(bean);
        if (HandlerFilter.class.isAssignableFrom(bean.getBeanClass())) {
            filters.add(bean);
        } else if (!type.serverType().isEmpty()) {
            handlers.add(bean);
        } else if (type.hasHandlers()) {
            event.addDefinitionError(new DefinitionException(bean.getBeanClass().getName()
                    + " has @Handler methods but no server type: add @ServerType(\"…\") to the class."));
        }
    }
}
