package org.shaddock.admin;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shaddock.admission.AddressBlocks;
import org.shaddock.api.AreaId;
import org.shaddock.api.Crons;
import org.shaddock.area.AreaAbsentException;
import org.shaddock.area.AreaFigures;
import org.shaddock.area.AreaHost;
import org.shaddock.channel.ClusterChannels;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberId;
import org.shaddock.cluster.Membership;
import org.shaddock.filter.RouteFigures;
import org.shaddock.metrics.Rate;
import org.shaddock.placement.Placer;
import org.shaddock.session.Connector;

/** What an operator sees of this member and does to it. Any thread may call; nothing waits for another member. */
public final class Operator {

    private static final int MILLIS_PER_SECOND = 1000;
    private static final Pattern REMOTE = Pattern.compile("remote\\.|link\\.");

    private final String member;
    private final Set<String> serverTypes;
    private final Parts parts;
    private final Supplier<List<SettingRow>> settings;
    private final long startedMillis;
    private final Rate in;
    private final Rate out;

    /**
     * @param member this member's name
     * @param serverTypes its roles; empty for all
     * @param parts what there is to see
     * @param settings the settings in force
     */
    public Operator(String member, Set<String> serverTypes, Parts parts, Supplier<List<SettingRow>> settings) {
        this.member = member;
        this.serverTypes = Collections.unmodifiableSet(new TreeSet<>(serverTypes));
        this.parts = parts;
        this.settings = settings;
        this.startedMillis = parts.environment().nowMillis().getAsLong();
        this.in = rate("message.in");
        this.out = rate("connection.packets.out");
    }

    private Rate rate(String counter) {
        return new Rate(
                () -> parts.environment().counters().value(counter),
                parts.environment().nowMillis());
    }

    /** Looks at what goes in and out. Call it several times a second. */
    public void sweep() {
        in.sweep();
        out.sweep();
    }

    /** This member, as a list of one row. */
    public Rows<MemberRow> members() {
        MemberRow row = new MemberRow(
                member,
                state(),
                serverTypes,
                parts.connector().sessions().size(),
                parts.areas().areas().size(),
                parts.connector().pendingBytes(),
                parts.underWay().getAsInt(),
                parts.environment().counters().value("message.in"),
                (now() - startedMillis) / MILLIS_PER_SECOND,
                in.perSecond(),
                out.perSecond(),
                parts.areaFigures().tickP99Micros());
        return Rows.of(Stream.of(row), Comparator.comparing(MemberRow::member));
    }

    /** The areas that are open here, the fullest first. */
    public Rows<AreaRow> areas() {
        return Rows.of(
                parts.areas().areas().stream().map(area -> AreaRow.of(area, member)),
                Comparator.comparingInt(AreaRow::players).reversed().thenComparing(AreaRow::area));
    }

    /**
     * The sessions of this member, by user.
     *
     * @param search part of the user's or the session's id, or the beginning of the address; empty for all
     */
    public Rows<SessionRow> sessions(String search) {
        return Rows.of(
                parts.connector().sessions().stream()
                        .map(session -> SessionRow.of(session, member, now()))
                        .filter(row -> matches(row, search)),
                Comparator.comparing(SessionRow::user).thenComparing(SessionRow::session));
    }

    /** The routes that were called, the busiest first. */
    public Rows<RouteRow> routes() {
        return Rows.of(
                parts.routes().byRoute().entrySet().stream()
                        .map(route -> RouteRow.of(route.getKey(), member, route.getValue()))
                        .filter(row -> row.count() > 0),
                Comparator.comparingLong(RouteRow::count).reversed().thenComparing(RouteRow::route));
    }

    /** Every setting in force, by key. */
    public Rows<SettingRow> settings() {
        return Rows.of(settings.get().stream(), Comparator.comparing(SettingRow::key));
    }

    /** What went between this member and others, and how it ended. */
    public Rows<RemoteCallRow> remoteCalls() {
        return Rows.of(
                parts.environment().counters().snapshot().entrySet().stream()
                        .filter(counter -> REMOTE.matcher(counter.getKey()).lookingAt())
                        .map(counter -> new RemoteCallRow(counter.getKey(), member, counter.getValue())),
                Comparator.comparing(RemoteCallRow::call));
    }

    /**
     * The channels that have users here.
     *
     * @param search part of the name; empty for all
     */
    public Rows<ChannelRow> channels(String search) {
        return Rows.of(
                parts.channels().sizes().entrySet().stream()
                        .filter(channel -> channel.getKey().contains(search))
                        .map(channel -> new ChannelRow(channel.getKey(), member, channel.getValue())),
                Comparator.comparingInt(ChannelRow::users).reversed().thenComparing(ChannelRow::channel));
    }

    /** The crons of this member, the next one that is due first. */
    public Rows<CronRow> crons() {
        return Rows.of(
                parts.crons().list().stream().map(cron -> CronRow.of(cron, member)),
                Comparator.comparing(CronRow::next).thenComparing(CronRow::cron));
    }

    /**
     * Adds a cron to this member until it starts again, that does what another one does.
     *
     * @return false if there is no other one of this name
     * @throws IllegalArgumentException saying what is wrong with the expression, or that there is a cron of the new name
     */
    public boolean addCron(String cron, String expression, String other) {
        return parts.crons().addLike(cron, expression, other);
    }

    /** Removes a cron from this member until it starts again; false if there is none of this name. */
    public boolean removeCron(String cron) {
        return parts.crons().remove(cron);
    }

    /** The address ranges that may not connect. */
    public Rows<BlockRow> blocks() {
        return Rows.of(
                parts.blocks().list().stream().map(range -> new BlockRow(range.toString(), member)),
                Comparator.comparing(BlockRow::address));
    }

    /** Kicks one session, named as {@link #sessions} shows it; false if it is not here or has ended. */
    public boolean kickSession(String session, String reason) {
        return parts.connector().kickAll(client -> client.id().toString().equals(session), reason) > 0;
    }

    /**
     * Closes an area that is open here behind the turns that wait; it opens anew when it is next entered.
     *
     * @param area {@code type/name}
     * @return ends when it is closed; fails with an {@link AreaAbsentException} if it is not here
     * @throws IllegalArgumentException when the text names no area
     */
    public CompletableFuture<?> closeArea(String area) {
        return parts.areas().close(areaId(area));
    }

    /**
     * Moves an area that is open here to another member, with what it saves.
     *
     * @param area {@code type/name}
     * @param to the other member's name; empty for the best of the others
     * @return ends when it has moved; fails with an {@link AreaAbsentException} if it is not here
     * @throws IllegalArgumentException when the text names no area, or no member is called so
     */
    public CompletableFuture<?> moveArea(String area, String to) {
        Optional<MemberId> target = to.isEmpty() ? Optional.empty() : Optional.of(memberId(to));
        return parts.areas().move(areaId(area), target);
    }

    private MemberId memberId(String name) {
        return parts.membership()
                .view()
                .find(name)
                .map(Member::id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no member '" + name + "' that is ready: see the list of members."));
    }

    private static AreaId areaId(String text) {
        int slash = text.indexOf('/');
        if (slash < 1 || slash == text.length() - 1) {
            throw new IllegalArgumentException(
                    "'" + text + "' names no area: give its type and name as type/name, such as room/lobby.");
        }
        return new AreaId(text.substring(0, slash), text.substring(slash + 1));
    }

    private String state() {
        if (!parts.connector().isRunning()) {
            return "stopped";
        }
        if (!parts.draining().getAsBoolean()) {
            return "ready";
        }
        boolean empty =
                parts.connector().sessions().isEmpty() && parts.areas().areas().isEmpty();
        return empty ? "drained" : "draining";
    }

    private long now() {
        return parts.environment().nowMillis().getAsLong();
    }

    private static boolean matches(SessionRow row, String search) {
        return row.user().contains(search)
                || row.session().contains(search)
                || row.address().startsWith(search);
    }

    /**
     * What there is to see.
     *
     * @param connector the clients
     * @param channels the channels
     * @param areas the areas
     * @param areaFigures how they do
     * @param placer where all areas are
     * @param membership the other members
     * @param crons what runs by the clock
     * @param routes the requests
     * @param underWay how many requests have not ended
     * @param draining whether this member is being emptied
     * @param ready whether clients may come
     * @param blocks who may not connect
     * @param environment time, figures
     */
    public record Parts(
            Connector connector,
            ClusterChannels channels,
            AreaHost areas,
            AreaFigures areaFigures,
            Placer placer,
            Membership membership,
            Crons crons,
            RouteFigures routes,
            IntSupplier underWay,
            BooleanSupplier draining,
            BooleanSupplier ready,
            AddressBlocks blocks,
            Connector.Environment environment) {}
}
