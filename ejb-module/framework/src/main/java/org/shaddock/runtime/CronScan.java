package org.shaddock.runtime;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.shaddock.config.ConfigException;
import org.shaddock.cron.CronPlan;
import org.shaddock.handler.CronScanner;
import org.shaddock.handler.DefinitionException;

/** Finds the game's {@link org.shaddock.api.Cron} methods while the container looks through the deployment. */
public class CronScan implements Extension {

    private final List<Bean<?>> found = new CopyOnWriteArrayList<>();

    /** EJBs come here too: their event is a special case of this one. */
    void bean(@Observes ProcessManagedBean<?> event) {
        if (CronScanner.hasCrons(event.getBean().getBeanClass())) {
            found.add(event.getBean());
        }
    }

    void validate(@Observes AfterDeploymentValidation event, BeanManager beans) {
        try {
            Set<String> names = new HashSet<>();
            for (CronPlan plan : plans(ConfigSource.settings().cronZone(), beans)) {
                requireNew(plan.name(), names);
            }
        } catch (DefinitionException | ConfigException e) {
            event.addDeploymentProblem(e);
        }
    }

    /**
     * All crons, those that other members run included.
     *
     * @param zone where expressions hold that name no time zone
     */
    List<CronPlan> plans(ZoneId zone, BeanManager beans) {
        return found.stream().flatMap(bean -> plans(bean, zone, beans)).toList();
    }

    private static Stream<CronPlan> plans(Bean<?> bean, ZoneId zone, BeanManager beans) {
        Class<?> type = bean.getBeanClass();
        if (!bean.getTypes().contains(type)) {
            throw new DefinitionException(
                    type.getName()
                            + " is an EJB that shows only its interfaces: add @LocalBean so that its @Cron methods can be called.");
        }
        return new CronScanner(type, new BeanReference(bean, beans), zone).scan().stream();
    }

    private static void requireNew(String name, Set<String> names) {
        if (!names.add(name)) {
            throw new DefinitionException(
                    "There are two crons called '" + name + "': give one of them another by @Cron(name = \"…\").");
        }
    }
}
