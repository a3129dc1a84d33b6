package org.shaddock.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.Client;
import org.shaddock.metrics.Counters;

/** The gatekeeper in front of the WebSocket upgrade. */
public final class Admission {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final OriginPolicy origins;
    private final Function<String, List<String>> siblings;
    private final AddressBlocks blocks;
    private final TrustedProxies proxies;
    private final Counters counters;

    /**
     * @param siblings the origins of the cluster's other connectors, given the host that a client dialled: a page of one of them may
     *     be sent to any other
     */
    public Admission(
            OriginPolicy origins,
            Function<String, List<String>> siblings,
            AddressBlocks blocks,
            TrustedProxies proxies,
            Counters counters) {
        this.origins = origins;
        this.siblings = siblings;
        this.blocks = blocks;
        this.proxies = proxies;
        this.counters = counters;
    }

    /** Decides about an upgrade request. */
    public Decision decide(Attempt attempt) {
        String address = proxies.client(attempt.peer(), attempt.forwardedFor());
        boolean forwarded = proxies.isTrusted(attempt.peer());
        boolean secure = attempt.secure() || (forwarded && "https".equalsIgnoreCase(attempt.forwardedProto()));
        Client client = new Client(address, attempt.host(), port(attempt, secure), secure);
        if (blocks.isBlocked(address)) {
            counters.increment("connection.refused.blocked");
            return new Decision(client, "Your address is blocked.");
        }
        if (!origins.allows(attempt.origin(), own(client))) {
            counters.increment("connection.refused.origin");
            return new Decision(client, "This page's origin is not allowed: add it to shaddock.connector.origins.");
        }
        return new Decision(client, null);
    }

    /** Where a proxy speaks TLS for us, a Host header without a port means its port 443, not our 80. */
    private static int port(Attempt attempt, boolean secure) {
        boolean translated = secure && !attempt.secure();
        return translated && attempt.port() == HTTP_PORT ? HTTPS_PORT : attempt.port();
    }

    private List<String> own(Client client) {
        List<String> own = new ArrayList<>(siblings.apply(client.host()));
        own.add((client.secure() ? "https://" : "http://") + client.host() + ":" + client.port());
        return own;
    }

    /**
     * What an upgrade request shows.
     *
     * @param peer the address of the TCP peer
     * @param host the host name dialled, IPv6 literals in brackets
     * @param port the port dialled
     * @param secure whether it came over TLS
     * @param origin the Origin header
     * @param forwardedFor the values of X-Forwarded-For
     * @param forwardedProto X-Forwarded-Proto
     */
    public record Attempt(
            String peer,
            String host,
            int port,
            boolean secure,
            @Nullable String origin,
            List<String> forwardedFor,
            @Nullable String forwardedProto) {}

    /**
     * What was decided.
     *
     * @param client who asked
     * @param refusal why not, or {@code null} to let it in
     */
    public record Decision(Client client, @Nullable String refusal) {}
}
