package org.shaddock.rpc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TBinaryProtocol;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.server.TThreadedSelectorServer;
import org.apache.thrift.transport.TNonblockingServerSocket;
import org.apache.thrift.transport.TSocket;
import org.apache.thrift.transport.layered.TFramedTransport;

/**
 * Thrift's threaded selector server, or blocking clients of it with a connection each. Without arguments it serves, says
 * "ready PORT" and ends with its standard input; with a port and seconds it calls the one that serves.
 */
final class ThriftPeer {

    private static final InetAddress HOST = InetAddress.getLoopbackAddress();
    private static final int WORKERS = 4;

    private ThriftPeer() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0) {
            serve();
        } else {
            call(Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]));
        }
        System.exit(0);
    }

    private static void serve() throws IOException, TException {
        int port = freePort();
        TThreadedSelectorServer server = new TThreadedSelectorServer(
                new TThreadedSelectorServer.Args(new TNonblockingServerSocket(new InetSocketAddress(HOST, port)))
                        .processor(new ThriftEcho())
                        .protocolFactory(new TBinaryProtocol.Factory())
                        .selectorThreads(2)
                        .workerThreads(WORKERS));
        new Thread(server::serve, "thrift").start();
        System.out.println("ready " + port);
        while (System.in.read() >= 0) {
            // until the benchmark ends
        }
    }

    private static void call(int port, long seconds) throws InterruptedException {
        Load load = new Load("thrift", seconds);
        for (int callers : List.of(1, 64)) {
            load.waiting("blocking", callers, () -> caller(port));
        }
    }

    private static Runnable caller(int port) {
        try {
            TSocket socket = new TSocket(HOST.getHostAddress(), port);
            TProtocol protocol = new TBinaryProtocol(new TFramedTransport(socket));
            socket.open();
            int[] number = {0};
            return () -> {
                try {
                    ThriftEcho.call(protocol, ++number[0], Payload.SAMPLE);
                } catch (TException e) {
                    throw new IllegalStateException(e);
                }
            };
        } catch (TException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(HOST, 0));
            return socket.getLocalPort();
        }
    }
}
