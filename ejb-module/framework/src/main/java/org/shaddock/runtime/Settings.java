package org.shaddock.runtime;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.shaddock.admission.AddressBlocks;
import org.shaddock.admission.Admission;
import org.shaddock.admission.Cidr;
import org.shaddock.admission.OriginPolicy;
import org.shaddock.admission.TrustedProxies;
import org.shaddock.area.AreaSettings;
import org.shaddock.cluster.PublicAddress;
import org.shaddock.config.ConfigReader;
import org.shaddock.handler.HandlerSettings;
import org.shaddock.metrics.Counters;
import org.shaddock.remote.PeerSettings;
import org.shaddock.session.Bundling;
import org.shaddock.session.FloodLimits;
import org.shaddock.session.LoginPolicy;
import org.shaddock.session.OutboxLimits;
import org.shaddock.session.SessionLimits;

/**
 * All settings, read and checked. The defaults file {@code META-INF/microprofile-config.properties} says what each means.
 *
 * @param member the member's name, or {@code ""} for the server's own
 * @param serverTypes the types this member runs; empty for all
 * @param entrance who may connect
 * @param sessions what a client may do and cost
 * @param loginPolicy what a second sign-in does
 * @param authentication how clients say who they are
 * @param handlers how handlers run
 * @param areas how areas run
 * @param cluster this member among others
 * @param peers bounds of the talk between members
 * @param cronZone where crons hold that name no time zone
 * @param callThreads how many threads carry out calls of other members at most, those that wait included
 * @param wire how messages are written
 * @param developerPage whether developers may look at sessions and their messages
 */
public record Settings(
        String member,
        Set<String> serverTypes,
        Entrance entrance,
        SessionLimits sessions,
        LoginPolicy loginPolicy,
        AuthenticationSettings authentication,
        Handlers handlers,
        AreaSettings areas,
        ClusterSettings cluster,
        PeerSettings peers,
        ZoneId cronZone,
        int callThreads,
        Wire wire,
        boolean developerPage) {

    /** The largest frame limit; the WebSocket container's own buffer is this large. */
    public static final int MAX_FRAME_BYTES = 1 << 20;

    private static final int MAX_PORT = 65_535;
    private static final int DAY_SECONDS = 86_400;
    private static final int DAY_MILLIS = DAY_SECONDS * 1000;

    /** @throws org.shaddock.config.ConfigException for the first setting that cannot be used */
    public static Settings read(ConfigReader config) {
        return new Settings(
                config.text("shaddock.member").orElse(""),
                Set.copyOf(config.list("shaddock.server-types", type -> type)),
                Entrance.read(config),
                sessions(config),
                config.choice("shaddock.session.login-policy", LoginPolicy.class),
                AuthenticationSettings.read(config),
                Handlers.read(config),
                areas(config),
                ClusterSettings.read(config),
                new PeerSettings(
                        config.number("shaddock.remote.timeout-millis", 1L, DAY_MILLIS),
                        config.number("shaddock.remote.max-questions", 1, 10_000_000)),
                config.parsed("shaddock.cron.zone", Settings::zone).orElseGet(ZoneId::systemDefault),
                config.number("shaddock.remote.max-threads", 8, 10_000),
                new Wire(
                        config.flag("shaddock.wire.dictionary"),
                        config.flag("shaddock.wire.protobuf"),
                        config.choice("shaddock.wire.bundles", Bundling.class)),
                config.flag("shaddock.developer.page"));
    }

    /** These settings with the member's name filled in if they do not give one. */
    Settings named(String defaultName) {
        return member.isEmpty()
                ? new Settings(
                        defaultName,
                        serverTypes,
                        entrance,
                        sessions,
                        loginPolicy,
                        authentication,
                        handlers,
                        areas,
                        cluster,
                        peers,
                        cronZone,
                        callThreads,
                        wire,
                        developerPage)
                : this;
    }

    /** Whether this member runs handlers of a type. */
    public boolean runs(String serverType) {
        return serverTypes.isEmpty() || serverTypes.contains(serverType);
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("write a time zone such as Europe/Berlin or UTC.", e);
        }
    }

    private static SessionLimits sessions(ConfigReader config) {
        int heartbeatSeconds = config.number("shaddock.connector.heartbeat-seconds", 0, DAY_SECONDS);
        return new SessionLimits(
                config.number("shaddock.connector.max-sessions", 1, 10_000_000),
                config.number("shaddock.connector.max-sessions-per-address", 0, 10_000_000),
                config.number("shaddock.connector.handshake-timeout-millis", 100, DAY_MILLIS),
                heartbeatSeconds,
                heartbeatSeconds * 2000L,
                config.number("shaddock.connector.idle-timeout-seconds", 0, DAY_SECONDS) * 1000L,
                config.number("shaddock.connector.close-grace-millis", 100, DAY_MILLIS),
                config.number("shaddock.connector.mailbox", 1, 1_000_000),
                new FloodLimits(
                        config.number("shaddock.connector.messages-per-second", 1, 1_000_000),
                        config.number("shaddock.connector.bytes-per-second", 1, 1L << 40),
                        config.number("shaddock.connector.flood-strikes", 0, 1_000_000)),
                outbox(config));
    }

    private static AreaSettings areas(ConfigReader config) {
        return new AreaSettings(
                config.number("shaddock.area.mailbox", 1, 10_000_000),
                config.number("shaddock.area.idle-timeout-seconds", 0, DAY_SECONDS) * 1000L,
                config.number("shaddock.area.turn-budget-millis", 1L, DAY_MILLIS),
                config.number("shaddock.area.flush-millis", 0L, 1000L),
                config.number("shaddock.area.reach-millis", 0L, DAY_MILLIS));
    }

    private static OutboxLimits outbox(ConfigReader config) {
        long soft = config.number("shaddock.connector.outbound-soft-bytes", 1024, 1L << 40);
        return new OutboxLimits(soft, config.number("shaddock.connector.outbound-hard-bytes", soft, 1L << 40));
    }

    /**
     * Who may connect.
     *
     * @param origins pages besides the server's own
     * @param blocked addresses that may not
     * @param trustedProxies whose forwarding headers count
     * @param address what a gate tells clients
     * @param maxFrameBytes the longest frame
     * @param ioThreads how many threads of ours read sockets; 0 to leave it to the container, -1 to go by the processors
     */
    public record Entrance(
            List<String> origins,
            List<Cidr> blocked,
            List<Cidr> trustedProxies,
            PublicAddress address,
            int maxFrameBytes,
            int ioThreads) {

        /**
         * The gatekeeper that keeps to them.
         *
         * @param siblings the origins of other members' pages for an origin of ours
         */
        Admission admission(Function<String, List<String>> siblings, AddressBlocks blocks, Counters counters) {
            return new Admission(
                    new OriginPolicy(origins), siblings, blocks, new TrustedProxies(trustedProxies), counters);
        }

        static Entrance read(ConfigReader config) {
            return new Entrance(
                    config.list("shaddock.connector.origins", OriginPolicy::parse),
                    config.list("shaddock.connector.blocked-addresses", Cidr::parse),
                    config.list("shaddock.connector.trusted-proxies", Cidr::parse),
                    new PublicAddress(
                            config.text("shaddock.connector.public-host").orElse(""),
                            config.number("shaddock.connector.public-port", 0, MAX_PORT),
                            config.number("shaddock.connector.public-secure-port", 0, MAX_PORT)),
                    config.number("shaddock.connector.max-frame-bytes", 256, MAX_FRAME_BYTES),
                    config.number("shaddock.connector.io-threads", -1, 1000));
        }

        /** One for two processors unless a number is set: the other one is for the game. */
        public int effectiveIoThreads(int processors) {
            return ioThreads >= 0 ? ioThreads : Math.max(1, processors / 2);
        }
    }

    /**
     * How handlers run.
     *
     * @param run time-out and order
     * @param threads how many run at once; 0 to choose by the machine
     * @param timeLog whether each request is logged
     * @param maxQueueDelayMillis waiting time past which load is shed
     * @param fieldLoggers whose lines carry what was being done
     */
    public record Handlers(
            HandlerSettings run, int threads, boolean timeLog, long maxQueueDelayMillis, List<String> fieldLoggers) {

        static Handlers read(ConfigReader config) {
            return new Handlers(
                    new HandlerSettings(
                            config.number("shaddock.handler.timeout-millis", 10L, DAY_MILLIS),
                            config.flag("shaddock.handler.serial")),
                    config.number("shaddock.handler.threads", 0, 10_000),
                    config.flag("shaddock.handler.time-log"),
                    config.number("shaddock.handler.max-queue-delay-millis", 1L, DAY_MILLIS),
                    config.list("shaddock.log.field-loggers", logger -> logger));
        }

        int effectiveThreads(int processors) {
            return threads > 0 ? threads : Math.max(8, 4 * processors);
        }
    }

    /**
     * How messages are written.
     *
     * @param dictionary whether routes have codes
     * @param protobuf whether bodies may be Protobuf
     * @param bundles who gets several packets in one message
     */
    public record Wire(boolean dictionary, boolean protobuf, Bundling bundles) {}
}
