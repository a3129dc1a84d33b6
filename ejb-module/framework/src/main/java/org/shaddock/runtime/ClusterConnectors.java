package org.shaddock.runtime;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.shaddock.api.Client;
import org.shaddock.api.Connectors;
import org.shaddock.api.Session;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.Membership;
import org.shaddock.cluster.PublicAddress;

/**
 * Sends each client to one of two connectors that its key always draws, the less loaded of them: so clients spread by load, and
 * one that comes again is likely to meet the same connector. Connectors that are draining, or whose address nobody knows, are
 * left out; without any other it is this member.
 */
final class ClusterConnectors implements Connectors {

    /** The server type of members that hold clients' connections. */
    static final String CONNECTOR = "connector";

    private static final int DRAWN = 2;

    private final Membership membership;
    private final Settings.Entrance entrance;

    ClusterConnectors(Membership membership, Settings.Entrance entrance) {
        this.membership = membership;
        this.entrance = entrance;
    }

    @Override
    public ConnectorAddress choose(Session asking, String key) {
        return choose(asking, key, member -> isReachable(member, asking) || isSelf(member))
                .orElseGet(() -> address(entrance.address(), asking));
    }

    /** The address of another connector for a client of this one; empty if none is known. */
    Optional<ConnectorAddress> elsewhere(Session leaving) {
        String key = leaving.userId().isEmpty() ? leaving.id().toString() : leaving.userId();
        return choose(leaving, key, member -> isReachable(member, leaving) && !isSelf(member));
    }

    /** Where pages of all connectors come from, those that are drained included, given the host that a client dialled. */
    List<String> origins(String dialled) {
        return membership.view().members().stream()
                .filter(member -> member.serverTypes().contains(CONNECTOR))
                .map(Member::address)
                .filter(address -> address.port() > 0)
                .flatMap(address -> {
                    String host = address.host().isEmpty() ? dialled : address.host();
                    return Stream.of(
                            "http://" + host + ":" + address.port(), "https://" + host + ":" + address.port(true));
                })
                .toList();
    }

    private Optional<ConnectorAddress> choose(Session asking, String key, Predicate<Member> reachable) {
        List<Member> drawn = membership.view().byType(CONNECTOR).stream()
                .filter(reachable)
                .sorted(Comparator.comparingInt(
                        member -> (key + '\n' + member.id().name()).hashCode() * 0x9E3779B9))
                .limit(DRAWN)
                .toList();
        return drawn.stream()
                .min(Comparator.comparingLong(Member::load))
                .map(member -> address(member.address(), asking));
    }

    private static boolean isReachable(Member member, Session client) {
        return member.address().port(client.client().secure()) > 0;
    }

    private boolean isSelf(Member member) {
        return member.id().equals(membership.self());
    }

    /** What is not configured is as the client dialled it. */
    private static ConnectorAddress address(PublicAddress configured, Session asking) {
        Client client = asking.client();
        int port = configured.port(client.secure());
        return new ConnectorAddress(
                configured.host().isEmpty() ? client.host() : configured.host(), port == 0 ? client.port() : port);
    }
}
