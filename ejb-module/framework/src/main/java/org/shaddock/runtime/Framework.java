package org.shaddock.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.shaddock.admission.AddressBlocks;
import org.shaddock.admission.Admission;
import org.shaddock.admission.OriginPolicy;
import org.shaddock.admission.TrustedProxies;
import org.shaddock.api.Areas;
import org.shaddock.api.Channels;
import org.shaddock.api.Connectors;
import org.shaddock.api.Sessions;
import org.shaddock.area.AreaHost;
import org.shaddock.area.AreaPlaces;
import org.shaddock.channel.LocalChannels;
import org.shaddock.filter.FilterSet;
import org.shaddock.filter.RateLimitFilter;
import org.shaddock.filter.TimeLogFilter;
import org.shaddock.filter.TooBusyFilter;
import org.shaddock.flow.Timer;
import org.shaddock.handler.Answers;
import org.shaddock.handler.Pipeline;
import org.shaddock.protocol.Protos;
import org.shaddock.protocol.RouteDictionary;
import org.shaddock.session.Connector;
import org.shaddock.session.Handshakes;
import org.shaddock.session.JsonCodec;
import org.shaddock.session.PacketHandler;
import org.shaddock.session.SessionDirectory;
import org.shaddock.session.SessionListeners;
import org.shaddock.session.SessionRegistry;
import org.shaddock.session.WireCodec;
import org.shaddock.tick.TickWheel;

/** The whole server as plain objects, put together in one place: the same inside the container and in tests. */
public final class Framework {

    private final Settings settings;
    private final Connector.Environment environment;
    private final Connector connector;
    private final PacketHandler packets;
    private final Pipeline pipeline;
    private final LocalChannels channels;
    private final Sessions sessions;
    private final TickWheel wheel = new TickWheel();
    private final OptionalLong shortestTickMillis;
    private final AreaHost areaHost;
    private final AreaPlaces areas;
    private final RateLimitFilter rateLimits;
    private final AddressBlocks blocks;

    /** Builds the server; it does nothing until clients connect. */
    public Framework(Settings settings, Game game, JsonCodec json, Connector.Environment environment, Timer timer) {
        this.settings = settings;
        this.environment = environment;
        Protos protos = settings.wire().protobuf() ? game.protos() : Protos.EMPTY;
        RouteDictionary dictionary = settings.wire().dictionary()
                ? RouteDictionary.of(game.handlers().routes(), game.extraRoutes())
                : RouteDictionary.EMPTY;
        WireCodec codec = new WireCodec(json, dictionary, protos);
        SessionRegistry registry = new SessionRegistry(settings.loginPolicy(), environment.nowMillis());
        SessionListeners listeners = new SessionListeners();
        connector = new Connector(settings.member(), registry, settings.sessions(), codec, listeners, environment);
        channels = new LocalChannels(registry, connector, settings::runs);
        sessions = new SessionDirectory(registry, connector);
        shortestTickMillis = game.areas().values().stream()
                .flatMap(type -> type.ticks().stream())
                .mapToLong(tick -> tick.period().millis())
                .min();
        areaHost = new AreaHost(
                game.areas(), settings.areas(), new AreaHost.Surroundings(channels, environment, timer, wheel));
        areas = new AreaPlaces(areaHost, id -> sessions.find(id).isPresent());
        rateLimits = new RateLimitFilter(game.handlers().rateLimits(), environment.nowMillis());
        listeners.add(game.listener());
        listeners.add(areas);
        listeners.add(channels);
        FilterSet filters = new FilterSet(filters(game));
        Answers answers = new Answers(codec, game.errorHandler(), environment.counters());
        pipeline = new Pipeline(
                game.handlers(),
                filters,
                settings.handlers().run(),
                new Pipeline.Wire(codec, json, answers),
                new Pipeline.AreaAccess(areaHost, areas),
                new Pipeline.Front(connector, environment));
        Handshakes handshakes =
                new Handshakes(json, game.policy(), settings.sessions().heartbeatSeconds(), dictionary, protos);
        packets = new PacketHandler(
                connector, handshakes, codec, pipeline, settings.entrance().maxFrameBytes(), environment);
        blocks = new AddressBlocks(settings.entrance().blocked());
    }

    /** Where short work of ours may run. */
    public Executor pool() {
        return environment.pool();
    }

    public Connector connector() {
        return connector;
    }

    public PacketHandler packets() {
        return packets;
    }

    public Channels channels() {
        return channels;
    }

    public Sessions sessions() {
        return sessions;
    }

    public Areas areas() {
        return areas;
    }

    /** The areas that run here. */
    public AreaHost areaHost() {
        return areaHost;
    }

    public AddressBlocks blocks() {
        return blocks;
    }

    public Settings settings() {
        return settings;
    }

    /** The gatekeeper in front of the connector. */
    public Admission admission() {
        return new Admission(
                new OriginPolicy(settings.entrance().origins()),
                blocks,
                new TrustedProxies(settings.entrance().trustedProxies()),
                environment.counters());
    }

    /** What a gate answers while there is one member: its public address or the one the client used. */
    public Connectors connectors() {
        String host = settings.entrance().publicHost();
        int port = settings.entrance().publicPort();
        return (asking, key) -> new Connectors.ConnectorAddress(
                host.isEmpty() ? asking.client().host() : host,
                port == 0 ? asking.client().port() : port);
    }

    /** Requests whose handlers have not ended. */
    public int requestsUnderWay() {
        return pipeline.underWay();
    }

    /** The shortest period of all tick methods; empty if there are none. */
    public OptionalLong shortestTickMillis() {
        return shortestTickMillis;
    }

    /** Runs the ticks that are due. Call it often. */
    public void beat() {
        wheel.beat(environment.nowMillis().getAsLong());
    }

    /** Whether clients may come. */
    public boolean isRunning() {
        return connector.isRunning();
    }

    /** Ends what is overdue. Call it a few times a second. */
    public void sweep() {
        pipeline.sweep();
        areaHost.sweep();
        rateLimits.sweep();
        connector.sweep();
    }

    /** Closes all areas and says goodbye to all clients. */
    public void stop() {
        CompletableFuture<Void> unused = areaHost.stop();
        connector.stop();
    }

    private List<FilterSet.Entry> filters(Game game) {
        List<FilterSet.Entry> filters = new ArrayList<>();
        if (settings.handlers().timeLog()) {
            System.Logger log = System.getLogger("org.shaddock.requests");
            filters.add(FilterSet.Entry.global(new TimeLogFilter(log, environment.nowMillis())));
        }
        filters.add(FilterSet.Entry.global(new TooBusyFilter(settings.handlers().maxQueueDelayMillis())));
        filters.add(FilterSet.Entry.global(rateLimits));
        filters.addAll(game.filters());
        return filters;
    }
}
