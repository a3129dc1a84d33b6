package org.shaddock.launcher;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** A server of a few lines in a JVM of its own, for tests of what starts, watches and stops servers. */
final class TinyServer {

    private TinyServer() {}

    /**
     * Arguments: the port, and how to behave, which is {@code serve}, {@code refuse}, {@code exit}, {@code hang} or
     * {@code alone}.
     */
    public static void main(String[] arguments) throws Exception {
        switch (arguments[1]) {
            case "refuse" -> log("Exception while deploying the app [tiny] : shaddock.x=1 is wrong");
            case "exit" -> System.exit(7);
            case "hang" -> Runtime.getRuntime().addShutdownHook(new Thread(TinyServer::sleepForever));
            default -> log("Nothing unusual");
        }
        if (!arguments[1].equals("refuse")) {
            serve(Integer.parseInt(arguments[0]), arguments[1].equals("alone"));
        }
    }

    static ServerRuntime runtime(String behaviour) {
        return runtime(plan -> behaviour);
    }

    /** A runtime whose servers each behave in their own way. */
    static ServerRuntime runtime(Function<ServerPlan, String> behaviour) {
        return new ServerRuntime() {
            @Override
            public String name() {
                return "Tiny Server";
            }

            @Override
            public List<String> prepare(ServerPlan plan) {
                return List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        TinyServer.class.getName(),
                        String.valueOf(plan.ports().http()),
                        behaviour.apply(plan));
            }
        };
    }

    private static void serve(int port, boolean alone) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext(Readiness.PATH, exchange -> {
            boolean isAskedForOthers = exchange.getRequestURI().getQuery() != null;
            boolean isAskedForHttp2 = exchange.getRequestHeaders().containsKey("Upgrade");
            exchange.sendResponseHeaders((alone && isAskedForOthers) || isAskedForHttp2 ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
        log("tiny was successfully deployed in 1,000 milliseconds.");
    }

    private static void sleepForever() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private static void log(String message) {
        System.out.println("[#|now|WARNING|Tiny|org.tiny|x|\n  " + message + "|#]");
    }
}
