package org.shaddock.runtime;

import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaPlanner;
import org.shaddock.api.Authenticator;
import org.shaddock.api.ErrorHandler;
import org.shaddock.api.HandshakePolicy;
import org.shaddock.api.ServerLifecycle;
import org.shaddock.handler.DefinitionException;
import org.shaddock.handler.HandlerRegistry;
import org.shaddock.session.JsonCodec;

/** Gathers the game from the beans and files of the deployment. */
final class GameBeans {

    private final BeanManager beans;
    private final JsonCodec json;
    private final Authenticators authenticators;

    GameBeans(BeanManager beans, JsonCodec json, Authenticators authenticators) {
        this.beans = beans;
        this.json = json;
        this.authenticators = authenticators;
    }

    Game game(Settings settings) {
        GameScan scan = beans.getExtension(GameScan.class);
        HandlerRegistry handlers = scan.registry(beans);
        WireFiles files = new WireFiles(Thread.currentThread().getContextClassLoader(), json);
        HandshakePolicy policy = single(HandshakePolicy.class);
        return new Game(
                handlers,
                scan.areas(settings, beans),
                scan.serverTypes(),
                beans.getExtension(CronScan.class).plans(settings.cronZone(), beans),
                beans.getExtension(RemoteScan.class).beans(beans).game(),
                scan.filters(beans),
                single(ErrorHandler.class),
                policy == null ? new HandshakePolicy() {} : policy,
                authenticators.list(settings.authentication(), single(Authenticator.class)),
                new EventSource(beans),
                single(AreaPlanner.class),
                files.extraRoutes(),
                files.protos(handlers.routes()));
    }

    /** The game's beans that hear of the server's life. */
    List<ServerLifecycle> lifecycle() {
        return beans.getBeans(ServerLifecycle.class).stream()
                .map(bean -> (ServerLifecycle) new BeanReference(bean, beans).get())
                .toList();
    }

    private <T> @Nullable T single(Class<T> type) {
        Set<Bean<?>> found = beans.getBeans(type);
        if (found.size() > 1) {
            throw new DefinitionException("There is more than one " + type.getSimpleName() + ": keep one of "
                    + found.stream()
                            .map(bean -> bean.getBeanClass().getName())
                            .sorted()
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        return found.isEmpty()
                ? null
                : type.cast(new BeanReference(found.iterator().next(), beans).get());
    }
}
