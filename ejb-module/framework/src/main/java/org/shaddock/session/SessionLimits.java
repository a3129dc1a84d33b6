package org.shaddock.session;

/**
 * What one session may use. All times in milliseconds.
 *
 * @param maxSessions clients connected at once
 * @param maxPerAddress those of one address; 0 for as many as there may be
 * @param handshakeMillis until the acknowledgement must have come
 * @param heartbeatSeconds what clients are told; 0 for no heartbeats
 * @param heartbeatTimeoutMillis silence after which a client counts as gone
 * @param idleMillis time without a message after which a client is kicked; 0 for never
 * @param closeGraceMillis until a connection that does not close in order is dropped
 * @param mailbox messages of one session that may wait for their turn
 * @param flood how much a client may send
 * @param outbox how much may be pending for a client
 */
public record SessionLimits(
        int maxSessions,
        int maxPerAddress,
        long handshakeMillis,
        int heartbeatSeconds,
        long heartbeatTimeoutMillis,
        long idleMillis,
        long closeGraceMillis,
        int mailbox,
        FloodLimits flood,
        OutboxLimits outbox) {}
