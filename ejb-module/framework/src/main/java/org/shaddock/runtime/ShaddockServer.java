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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.shaddock.admin.DeveloperDesk;
import org.shaddock.admin.MemberFigures;
import org.shaddock.grid.Grid;
import org.shaddock.metrics.Counters;

/** Starts and stops the framework with the application. Holds it for everybody else; no message passes through here. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ShaddockServer {

    private static final long HUNG_NANOS = TimeUnit.SECONDS.toNanos(30);

    private static final Logger LOG = System.getLogger(ShaddockServer.class.getName());

    @Resource
    private ManagedThreadFactory threads;

    @Resource
    private ContextService context;

    @Inject
    private BeanManager beans;

    @Inject
    private Validator validator;

    @Inject
    private MetricRegistry metrics;

    private final AtomicBoolean saidGoodbye = new AtomicBoolean();
    private volatile long sweptNanos = System.nanoTime();
    private Counters counters;
    private Grid grid;
    private Framework framework;
    private Engine engine;
    private PublishedFigures figures;
    private Optional<DeveloperDesk> developerDesk = Optional.empty();
    private Lifecycle lifecycle;

    /** What was begun and has to be ended, the last first: also when the rest of the start fails, for the server lives on. */
    private final Deque<Runnable> endings = new ArrayDeque<>();

    @PostConstruct
    void start() {
        boolean started = false;
        try {
            begin();
            started = true;
        } finally {
            if (!started) {
                end();
            }
        }
    }

    private void begin() {
        ConfigSource.warnings().forEach(warning -> LOG.log(Level.WARNING, warning));
        Settings settings = ConfigSource.settings().named(MemberName.ofThisServer());
        endings.push(LogFields.attach(settings.handlers().fieldLoggers())::detach);
        counters = new Counters();
        Executor application = context.currentContextExecutor();
        engine = new Engine(new ContextThreads(threads, application), settings);
        endings.push(engine::stop);
        GrowingPool callPool = new GrowingPool(new ContextWorkers(threads, application), settings.callThreads());
        endings.push(callPool::stop);
        JsonbCodec json = new JsonbCodec(JsonbBuilder.create(), validator);
        GameBeans gameBeans = new GameBeans(beans, json, new Authenticators(beans, () -> grid.ratchet()));
        Game game = gameBeans.game(settings);
        Surroundings surroundings = engine.surroundings(counters, OpenTelemetryTracer.ofContainer(), callPool);
        grid = GridAccess.open(settings, engine.gridThreads());
        framework = new Framework(settings, game, json, grid, surroundings);
        endings.push(framework::stop);
        figures = new PublishedFigures(metrics);
        endings.push(figures::withdraw);
        figures.publish(new MemberFigures(framework.parts()).all());
        engine.start(this::sweep);
        lifecycle = new Lifecycle(
                gameBeans.lifecycle(),
                beans.getEvent()::fire,
                framework.pool(),
                settings.cluster().expectedMembers());
        framework.membership().listen(lifecycle);
        lifecycle.beforeStart();
        framework.start();
        developerDesk = framework.developerDesk();
        endings.push(OperatorBean.register(framework, counters, json)::unregister);
        LOG.log(
                Level.INFO,
                "Shaddock is ready: member {0}, {1} routes.",
                settings.member(),
                game.handlers().routes().size());
        lifecycle.afterStart();
    }

    /** Lets the game, the other members and the clients know that it is over, while all of them can still be reached. */
    public void sayGoodbye() {
        if (saidGoodbye.compareAndSet(false, true)) {
            lifecycle.beforeStop();
            framework.stop();
        }
    }

    private void sweep() {
        framework.sweep();
        figures.sweep();
        sweptNanos = System.nanoTime();
    }

    @PreDestroy
    void stop() {
        sayGoodbye();
        end();
    }

    private void end() {
        while (!endings.isEmpty()) {
            try {
                endings.pop().run();
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "Something could not be ended in order.", e);
            }
        }
    }

    /** Whether what has to be done a few times a second is done: if not for long, threads hang or die. */
    public boolean isAlive() {
        return System.nanoTime() - sweptNanos < HUNG_NANOS;
    }

    public Framework framework() {
        return framework;
    }

    /** What developers look at, if they may. */
    public Optional<DeveloperDesk> developerDesk() {
        return developerDesk;
    }

    public Counters counters() {
        return counters;
    }
}
