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
     * Arguments: the port, how to behave, which is {@code serve}, {@code refuse}, {@code exit}, {@code hang} or
     * {@code alone}, and how large its cluster is.
     */
    public static void main(String[] arguments) throws Exception {
        switch (arguments[1]) {
            case "refuse" -> log("Exception while deploying the app [tiny] : shaddock.x=1 is wrong");
            case "exit" -> System.exit(7);
            case "hang" -> Runtime.getRuntime().addShutdownHook(new Thread(TinyServer::sleepForever));
            case "alone" -> log("\n\nMembers {size:1, ver:1} [\n\tMember this\n]");
            default -> {
                log("Nothing unusual");
                log("\n\nMembers {size:" + arguments[2] + ", ver:7} [\n\tMember this\n]");
            }
        }
        if (!arguments[1].equals("refuse")) {
            serve(Integer.parseInt(arguments[0]));
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
                        behaviour.apply(plan),
                        String.valueOf(plan.grid().ports().size()));
            }
        };
    }

    private static void serve(int port) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext(Readiness.PATH, exchange -> {
            exchange.sendResponseHeaders(200, -1);
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
