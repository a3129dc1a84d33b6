package org.shaddock.runtime;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shaddock.admin.DeveloperDesk;
import org.shaddock.admin.Operator;
import org.shaddock.admission.AddressBlocks;
import org.shaddock.admission.Admission;
import org.shaddock.api.Areas;
import org.shaddock.api.Connectors;
import org.shaddock.api.Crons;
import org.shaddock.api.Remotes;
import org.shaddock.api.Sessions;
import org.shaddock.area.AreaHost;
import org.shaddock.channel.ClusterChannels;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.Membership;
import org.shaddock.cron.CronTable;
import org.shaddock.filter.FilterSet;
import org.shaddock.filter.RateLimitFilter;
import org.shaddock.filter.RouteFigures;
import org.shaddock.grid.Grid;
import org.shaddock.handler.Answers;
import org.shaddock.handler.Pipeline;
import org.shaddock.placement.Placer;
import org.shaddock.protocol.Protos;
import org.shaddock.protocol.RouteDictionary;
import org.shaddock.session.Connector;
import org.shaddock.session.JsonCodec;
import org.shaddock.session.PacketHandler;
import org.shaddock.session.WireCodec;
import org.shaddock.tick.TickWheel;

/** The whole server as plain objects, put together in one place: the same inside the container and in tests. */
public final class Framework {

    private static final Logger LOG = System.getLogger(Framework.class.getName());
    private static final Set<String> OF_ALL = Set.of(ClusterConnectors.CONNECTOR);

    private final Settings settings;
    private final Connector.Environment environment;
    private final ClusterNode node;
    private final FrontEnd frontEnd;
    private final Backend backend;
    private final Pipeline pipeline;
    private final PacketHandler packets;
    private final RemoteCalls calls;
    private final CronTable crons;
    private final Set<String> serverTypes;
    private final RateLimitFilter rateLimits;
    private final RouteFigures routeFigures = new RouteFigures(System::nanoTime);
    private final AddressBlocks blocks;
    private final Operator operator;

    /** Builds the server; it does nothing until it is started. */
    public Framework(Settings settings, Game game, JsonCodec json, Grid grid, Surroundings surroundings) {
        this.settings = settings;
        this.environment = surroundings.environment();
        Protos protos = settings.wire().protobuf() ? game.protos() : Protos.EMPTY;
        RouteDictionary dictionary = settings.wire().dictionary()
                ? RouteDictionary.of(game.handlers().routes(), game.extraRoutes())
                : RouteDictionary.EMPTY;
        WireCodec codec = new WireCodec(json, dictionary, protos);
        node = new ClusterNode(grid, settings.cluster(), settings.peers(), surroundings);
        frontEnd = new FrontEnd(settings, game.authenticators(), codec, node, surroundings);
        backend = new Backend(settings, game, json, node, frontEnd, surroundings);
        calls = backend.calls(game.remote(), node, surroundings);
        crons = node.crons(game.crons(), settings);
        serverTypes = Stream.of(game.serverTypes(), crons.serverTypes(), calls.serverTypes(), OF_ALL)
                .flatMap(Set::stream)
                .filter(settings::runs)
                .collect(Collectors.toSet());
        rateLimits = new RateLimitFilter(game.handlers().rateLimits(), environment.nowMillis());
        List.of(game.listener(), backend.places(), frontEnd.channels()).forEach(frontEnd.listeners()::add);
        pipeline = pipeline(game, json, codec);
        packets = new PacketHandler(
                connector(),
                frontEnd.handshakes(game.policy(), dictionary, protos),
                codec,
                frontEnd.seen(pipeline),
                settings.entrance().maxFrameBytes(),
                environment);
        blocks = new AddressBlocks(settings.entrance().blocked());
        operator = new Operator(settings.member(), serverTypes, parts(), () -> ConfigSource.rows(settings.member()));
    }

    private Pipeline pipeline(Game game, JsonCodec json, WireCodec codec) {
        game.handlers().routes().forEach(routeFigures::of);
        Answers answers = new Answers(codec, game.errorHandler(), environment.counters());
        return new Pipeline(
                game.handlers(),
                new FilterSet(BuiltInFilters.and(
                        game, settings.handlers(), environment.nowMillis(), routeFigures, rateLimits)),
                settings.handlers().run(),
                new Pipeline.Wire(codec, json, answers),
                new Pipeline.Backends(settings::runs, backend.forwarding()),
                new Pipeline.Front(connector(), environment));
    }

    /** Joins the cluster: from now on this member is given areas and asked by others. */
    public void start() {
        frontEnd.start();
        node.start(new Member(
                node.membership().self(), serverTypes, settings.entrance().address(), 0, false));
        crons.start();
    }

    /** Where short work of ours may run. */
    public Executor pool() {
        return environment.pool();
    }

    public Connector connector() {
        return frontEnd.connector();
    }

    public PacketHandler packets() {
        return packets;
    }

    /** What holds the clients. */
    public FrontEnd frontEnd() {
        return frontEnd;
    }

    public ClusterChannels channels() {
        return frontEnd.channels();
    }

    public Sessions sessions() {
        return frontEnd.sessions();
    }

    public Areas areas() {
        return backend.areas();
    }

    /** Calls to other members. */
    public Remotes remotes() {
        return calls.remotes();
    }

    public Crons crons() {
        return crons;
    }

    /** The areas that run here. */
    public AreaHost areaHost() {
        return backend.host();
    }

    public Placer placer() {
        return backend.placer();
    }

    public Membership membership() {
        return node.membership();
    }

    public AddressBlocks blocks() {
        return blocks;
    }

    public Settings settings() {
        return settings;
    }

    /** The gatekeeper in front of the connector. */
    public Admission admission() {
        return settings.entrance().admission(frontEnd.connectors()::origins, blocks, environment.counters());
    }

    /** What a gate answers. */
    public Connectors connectors() {
        return frontEnd.connectors();
    }

    /** Requests whose handlers have not ended. */
    public int requestsUnderWay() {
        return pipeline.underWay();
    }

    /** What an operator sees and does. */
    public Operator operator() {
        return operator;
    }

    /** What there is to see of this member. */
    public Operator.Parts parts() {
        return new Operator.Parts(
                connector(),
                channels(),
                areaHost(),
                backend.areaFigures(),
                placer(),
                membership(),
                crons,
                routeFigures,
                this::requestsUnderWay,
                this::isDraining,
                this::isReady,
                blocks,
                environment);
    }

    /** What developers look at, if they may. To be made once, at the start. */
    public Optional<DeveloperDesk> developerDesk() {
        return frontEnd.desk(operator(), pipeline.handlers(), node);
    }

    /** The shortest period of all tick methods; empty if there are none. */
    public OptionalLong shortestTickMillis() {
        return backend.shortestTickMillis();
    }

    /** What ticks. */
    TickWheel wheel() {
        return backend.wheel();
    }

    /** Runs the ticks that are due; returns in how many milliseconds to call it again. */
    public long beat() {
        return wheel().beat(environment.nowMillis().getAsLong());
    }

    /** Whether new clients should come: once all members know this one and its roles, and not while it is emptied. */
    public boolean isReady() {
        return isRunning()
                && !isDraining()
                && membership().view().find(settings.member()).isPresent();
    }

    /** Whether this member is being emptied, or has been. */
    public boolean isDraining() {
        return frontEnd.draining().hasBegun();
    }

    /**
     * Takes nothing new, moves or closes all areas, and asks all clients to connect elsewhere. Only a restart ends this.
     *
     * @return ends when no client and no area is left
     */
    public synchronized CompletableFuture<Void> drain() {
        if (isRunning() && !isDraining()) {
            node.drain();
            frontEnd.draining().begin(backend.clear());
        }
        return frontEnd.draining().empty();
    }

    /** Whether this member has not been stopped. */
    public boolean isRunning() {
        return connector().isRunning();
    }

    /** Ends what is overdue. Call it a few times a second. */
    public void sweep() {
        pipeline.sweep();
        node.sweep();
        node.load(sessions().count());
        backend.host().sweep();
        crons.sweep();
        rateLimits.sweep();
        operator.sweep();
        frontEnd.sweep();
    }

    /**
     * Takes nothing new, sends all areas to other members or closes them, says goodbye to all clients, and leaves the cluster. Waits
     * for the areas for {@code shaddock.cluster.stop-millis} at most.
     */
    public synchronized void stop() {
        if (!connector().isRunning()) {
            return;
        }
        crons.stop();
        node.drain();
        try {
            backend.clear().get(settings.cluster().stopMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException late) {
            LOG.log(Level.WARNING, "Not all areas have left this member in time.", late);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connector().stop();
        calls.close();
        node.stop();
    }
}
