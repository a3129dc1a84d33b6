package org.shaddock.protocol;

/**
 * The protobuf schemas of both directions.
 *
 * @param client bodies that clients send: requests and notifies, by route
 * @param server bodies that the server sends: pushes, and responses by the route of their request
 * @param version names the content, for clients that cache it
 */
public record Protos(ProtoSchema client, ProtoSchema server, String version) {

    /** All bodies are JSON; clients are not told of any schema. */
    public static final Protos EMPTY = new Protos(ProtoSchema.EMPTY, ProtoSchema.EMPTY);

    /** Schemas under the version that Pomelo gives them. */
    public Protos(ProtoSchema client, ProtoSchema server) {
        this(client, server, Fingerprint.of(client.parsed(), server.parsed()));
    }

    /** Whether there is nothing to tell a client. */
    public boolean isEmpty() {
        return client.isEmpty() && server.isEmpty();
    }
}
