package org.shaddock.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Hands out TCP ports nobody listens on, each once. It walks upwards below the range from which operating systems take the
 * ports of outgoing connections, so that none of those can take a port between its choice and its use.
 */
final class FreePorts {

    private static final int LAST = 32_000;

    private final InetAddress host;
    private int candidate;

    FreePorts(InetAddress host, int first) {
        this.host = host;
        this.candidate = first;
    }

    int next() throws LaunchException {
        while (candidate <= LAST) {
            int port = candidate++;
            if (isFree(host, port)) {
                return port;
            }
        }
        throw new LaunchException("No free TCP port is left below " + LAST + " on " + host.getHostAddress() + ".");
    }

    static boolean isFree(InetAddress host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }
}
