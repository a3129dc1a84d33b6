package org.shaddock.admission;

import java.util.List;

/**
 * Proxies whose {@code X-Forwarded-For} is believed. The client's address is the last one in the chain that is not such
 * a proxy: what stands before it could have been made up by the client.
 */
public final class TrustedProxies {

    private final List<Cidr> proxies;

    public TrustedProxies(List<Cidr> proxies) {
        this.proxies = List.copyOf(proxies);
    }

    /**
     * The client's address.
     *
     * @param peer the address of the TCP peer
     * @param forwardedFor the values of X-Forwarded-For, outermost client first
     */
    public String client(String peer, List<String> forwardedFor) {
        String client = peer;
        for (int i = forwardedFor.size() - 1; i >= 0 && isTrusted(client); i--) {
            String hop = forwardedFor.get(i).strip();
            if (!Cidr.isAddress(hop)) {
                return client;
            }
            client = hop;
        }
        return client;
    }

    /** Whether this peer's forwarding headers count. */
    public boolean isTrusted(String peer) {
        return Cidr.isAddress(peer) && proxies.stream().anyMatch(proxy -> proxy.contains(Cidr.address(peer)));
    }
}
