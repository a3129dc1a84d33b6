package org.shaddock.api;

/** Chooses the connector a client should use: what a {@code gate} answers. Inject it. */
public interface Connectors {

    /**
     * The address for a client.
     *
     * @param asking the session that asks; without a configured public address the answer is the one it dialled itself
     * @param key any text that is the same whenever the same user asks
     */
    ConnectorAddress choose(Session asking, String key);

    /**
     * Where a connector listens, as clients see it.
     *
     * @param host a name or address
     * @param port a TCP port
     */
    record ConnectorAddress(String host, int port) {}
}
