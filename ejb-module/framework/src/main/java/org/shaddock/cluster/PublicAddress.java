package org.shaddock.cluster;

/**
 * Where clients reach a member.
 *
 * @param host a name or address; {@code ""} for the one that the client dialled
 * @param port for clients that come without TLS; 0 if nobody knows
 * @param securePort for clients that come by TLS; 0 for the other one, as where a load balancer ends TLS
 */
public record PublicAddress(String host, int port, int securePort) {

    /** For clients that come the one way or the other; 0 if nobody knows. */
    public int port(boolean secure) {
        return secure && securePort > 0 ? securePort : port;
    }
}
