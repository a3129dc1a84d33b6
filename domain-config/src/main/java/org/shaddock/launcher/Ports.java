package org.shaddock.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * Every TCP port a server listens on. Only the HTTP port is chosen by a user; the rest is whatever is free, so that any
 * number of servers can run side by side.
 */
public record Ports(
        int http, int https, int admin, int iiop, int iiopSsl, int iiopMutual, int jmx, int jms, int hazelcast) {

    private static final int FIRST = 18_000;
    private static final int BLOCKS = 1_000;
    private static final int BLOCK_SIZE = 12;
    private static final int LAST = 65_535;

    /**
     * Chooses a port for everything.
     *
     * @param host the address of the HTTP listener; all other ports belong to the loopback interface
     * @param http the HTTP port, or 0 for any free one
     * @throws LaunchException when something listens on the HTTP port already
     */
    public static Ports allocate(String host, int http) throws LaunchException {
        return allocate(host, http, 1).get(0);
    }

    /**
     * Chooses ports for several servers.
     *
     * @param http the first server's HTTP port, which those of the others follow; or 0 for any free ones
     * @throws LaunchException when something listens on one of the HTTP ports already, or there are not that many
     */
    public static List<Ports> allocate(String host, int http, int servers) throws LaunchException {
        if (http + servers - 1 > LAST) {
            throw LaunchOptions.invalid(
                    LaunchOptions.HTTP_PORT,
                    String.valueOf(http),
                    "a lower one: each of %d servers takes a port".formatted(servers));
        }
        FreePorts free = new FreePorts(InetAddress.getLoopbackAddress(), firstCandidate());
        List<Ports> allocated = new ArrayList<>();
        for (int server = 0; server < servers; server++) {
            allocated.add(allocate(http == 0 ? free.next() : requireFree(host, http + server), free));
        }
        return allocated;
    }

    private static Ports allocate(int http, FreePorts free) throws LaunchException {
        return new Ports(
                http,
                free.next(),
                free.next(),
                free.next(),
                free.next(),
                free.next(),
                free.next(),
                free.next(),
                free.next());
    }

    /** Two launchers that start at the same moment look in different places, and so do not take each other's choice. */
    private static int firstCandidate() {
        return FIRST + (int) (ProcessHandle.current().pid() % BLOCKS) * BLOCK_SIZE;
    }

    private static int requireFree(String host, int port) throws LaunchException {
        InetAddress address = address(host);
        if (!FreePorts.isFree(address, port) || answers(port)) {
            throw new LaunchException(
                    "Port %d on %s is taken: stop what listens there, or choose another port with -D%s=<port>."
                            .formatted(port, host, LaunchOptions.HTTP_PORT));
        }
        return port;
    }

    /** A listener on every interface of the other IP version does not hinder binding, yet takes the browser's connection. */
    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private static InetAddress address(String host) throws LaunchException {
        try {
            return InetAddress.getByName(host);
        } catch (IOException unknown) {
            throw new LaunchException("%s=%s is not an address of this machine: give an IP address or a host name."
                    .formatted(LaunchOptions.HTTP_HOST, host));
        }
    }
}
