package org.shaddock.api;

/**
 * Where a client is and how it reached us.
 *
 * @param address its IP address; behind a trusted proxy the one the proxy reports
 * @param host the host name it dialled (the Host header)
 * @param port the port it dialled
 * @param secure whether it came over TLS
 */
public record Client(String address, String host, int port, boolean secure) {}
