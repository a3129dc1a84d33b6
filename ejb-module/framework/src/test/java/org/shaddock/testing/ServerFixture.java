package org.shaddock.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.shaddock.api.Authenticator;
import org.shaddock.api.Channels;
import org.shaddock.api.ErrorHandler;
import org.shaddock.api.HandlerFilter;
import org.shaddock.api.HandshakePolicy;
import org.shaddock.api.Sessions;
import org.shaddock.config.ConfigReader;
import org.shaddock.filter.FilterSet;
import org.shaddock.flow.Timer;
import org.shaddock.grid.LocalGrid;
import org.shaddock.handler.HandlerMethod;
import org.shaddock.handler.HandlerRegistry;
import org.shaddock.handler.HandlerScanner;
import org.shaddock.metrics.Counters;
import org.shaddock.protocol.Protos;
import org.shaddock.runtime.DeclaredAccess;
import org.shaddock.runtime.Framework;
import org.shaddock.runtime.Game;
import org.shaddock.runtime.RemoteGame;
import org.shaddock.runtime.Settings;
import org.shaddock.runtime.Surroundings;
import org.shaddock.session.Connector;
import org.shaddock.session.JsonCodec;
import org.shaddock.session.SessionListener;
import org.shaddock.trace.Tracer;

/**
 * The whole server without a container: a game's handlers under the server type {@code test}, a clock that stands still,
 * and a pool that runs everything at once on the caller's thread unless told otherwise. Routes have no codes by default.
 */
public final class ServerFixture {

    public final ManualClock clock;
    public final Counters counters;
    private final Framework framework;

    private ServerFixture(Plan plan) {
        this.clock = plan.clock;
        this.counters = new Counters();
        this.framework = new Framework(
                plan.settings(),
                plan.game(),
                plan.codec,
                plan.grid.join(plan.settings().member()),
                new Surroundings(
                        new Connector.Environment(plan.pool, clock, counters, plan.tracer),
                        plan.timer,
                        Runnable::run,
                        Runnable::run,
                        Runnable::run,
                        plan.signingIn,
                        InstantSource.system(),
                        new Random(1)));
        framework.start();
    }

    /** Plans a server with these handler objects. */
    public static Plan with(Object... handlers) {
        return new Plan(handlers);
    }

    /** A client whose handshake is still to come. */
    public TestClient connect() {
        return connect(new RecordingConnection());
    }

    /** A client whose handshake is still to come. */
    public TestClient connect(RecordingConnection connection) {
        return new TestClient(framework, connection);
    }

    /** A client that is ready to send messages; what it was sent so far is forgotten. */
    public TestClient enter() {
        return enter(new RecordingConnection());
    }

    /** A client that is ready to send messages; what it was sent so far is forgotten. */
    public TestClient enter(RecordingConnection connection) {
        return connect(connection).shakeHands();
    }

    /** Lets time pass and then ends what is overdue. */
    public void advance(long millis) {
        clock.advance(millis);
        framework.sweep();
    }

    public Framework framework() {
        return framework;
    }

    public Connector connector() {
        return framework.connector();
    }

    public Channels channels() {
        return framework.channels();
    }

    public Sessions sessions() {
        return framework.sessions();
    }

    /** What the server is made of. */
    public static final class Plan {

        private final ManualClock clock = new ManualClock();
        private final Properties properties = defaults();
        private final List<HandlerMethod> handlers = new ArrayList<>();
        private final List<FilterSet.Entry> filters = new ArrayList<>();
        private final List<String> extraRoutes = new ArrayList<>();
        private Executor pool = Runnable::run;
        private LocalGrid grid = new LocalGrid(Runnable::run);
        private JsonCodec codec = Json.CODEC;
        private ErrorHandler errorHandler;
        private HandshakePolicy policy = new HandshakePolicy() {};
        private Timer timer = (action, delayMillis) -> () -> {};
        private Executor signingIn = Runnable::run;
        private final List<Authenticator> authenticators = new ArrayList<>();
        private SessionListener listener = new SessionListener() {};
        private Protos protos = Protos.EMPTY;
        private Tracer tracer = Tracer.NONE;

        private Plan(Object... handlers) {
            set("member", "m");
            set("wire.dictionary", "false");
            set("cluster.enabled", "false");
            for (Object handler : handlers) {
                this.handlers.addAll(
                        new HandlerScanner(new DeclaredAccess()).scan("test", handler.getClass(), () -> handler));
            }
        }

        /** Follows requests. */
        public Plan tracer(Tracer follower) {
            tracer = follower;
            return this;
        }

        /** Changes a setting, named without its {@code shaddock.} */
        public Plan set(String key, Object value) {
            properties.setProperty("shaddock." + key, value.toString());
            return this;
        }

        public Plan filter(HandlerFilter filter) {
            filters.add(FilterSet.Entry.global(filter));
            return this;
        }

        public Plan errorHandler(ErrorHandler handler) {
            errorHandler = handler;
            return this;
        }

        public Plan policy(HandshakePolicy handshakePolicy) {
            policy = handshakePolicy;
            return this;
        }

        public Plan authenticator(Authenticator authenticator) {
            authenticators.add(authenticator);
            return this;
        }

        /** Where it is found out who clients are, and what ends that. */
        public Plan signingIn(Executor executor, Timer timer) {
            this.signingIn = executor;
            this.timer = timer;
            return this;
        }

        public Plan listener(SessionListener sessionListener) {
            listener = sessionListener;
            return this;
        }

        /** Routes get codes: the handlers' and then these. */
        public Plan dictionary(String... routes) {
            extraRoutes.addAll(List.of(routes));
            return set("wire.dictionary", "true");
        }

        public Plan protos(Protos schemas) {
            protos = schemas;
            return this;
        }

        public Plan pool(Executor executor) {
            pool = executor;
            return this;
        }

        /** The member of that name in a grid with others; alone it is {@code m}. */
        public Plan member(String name, LocalGrid shared) {
            grid = shared;
            return set("member", name);
        }

        public Plan codec(UnaryOperator<JsonCodec> wrapping) {
            codec = wrapping.apply(codec);
            return this;
        }

        public ServerFixture start() {
            return new ServerFixture(this);
        }

        /** The settings as they are read. */
        public Settings settings() {
            return Settings.read(new ConfigReader(key -> Optional.ofNullable(properties.getProperty(key))));
        }

        private Game game() {
            return new Game(
                    new HandlerRegistry(handlers),
                    Map.of(),
                    Set.of("test"),
                    List.of(),
                    RemoteGame.NONE,
                    filters,
                    errorHandler,
                    policy,
                    authenticators,
                    listener,
                    null,
                    extraRoutes,
                    protos);
        }

        private static Properties defaults() {
            Properties defaults = new Properties();
            try (InputStream in = Framework.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
                defaults.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return defaults;
        }
    }
}
