package org.shaddock.runtime;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.json.bind.JsonbBuilder;
import jakarta.validation.Validator;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.shaddock.grid.Grid;
import org.shaddock.metrics.Counters;

/** Starts and stops the framework with the application. Holds it for everybody else; no message passes through here. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ShaddockServer {

    private static final Logger LOG = System.getLogger(ShaddockServer.class.getName());

    @Resource
    private ManagedThreadFactory threads;

    @Resource
    private ContextService context;

    @Inject
    private BeanManager beans;

    @Inject
    private Validator validator;

    private Counters counters;
    private Framework framework;
    private Engine engine;
    private OperatorBean operator;

    @PostConstruct
    void start() {
        ConfigSource.warnings().forEach(warning -> LOG.log(Level.WARNING, warning));
        Settings settings = ConfigSource.settings().named(MemberName.ofThisServer());
        counters = new Counters();
        engine = new Engine(new ContextThreads(threads, context.currentContextExecutor()), settings.handlers());
        JsonbCodec json = new JsonbCodec(JsonbBuilder.create(), validator);
        Game game = new GameBeans(beans, json).game(settings);
        Surroundings surroundings = engine.surroundings(counters);
        Grid grid = GridAccess.open(settings, engine.gridThreads());
        framework = new Framework(settings, game, json, grid, surroundings);
        engine.start(framework::sweep);
        framework.start();
        operator = OperatorBean.register(framework, counters);
        LOG.log(
                Level.INFO,
                "Shaddock is ready: member {0}, {1} routes.",
                settings.member(),
                game.handlers().routes().size());
    }

    @PreDestroy
    void stop() {
        operator.unregister();
        framework.stop();
        engine.stop();
    }

    public Framework framework() {
        return framework;
    }

    public Counters counters() {
        return counters;
    }
}
