package org.shaddock.rpc;

import com.hazelcast.core.HazelcastInstance;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.shaddock.api.Remote;
import org.shaddock.cluster.MemberId;
import org.shaddock.hazelcast.HazelcastWire;
import org.shaddock.remote.FixedMembership;
import org.shaddock.remote.call.RemoteNode;

/**
 * A member over a real grid. Without arguments it serves, says "ready PORT" and ends with its standard input; with a port
 * and seconds it calls the one that serves.
 */
final class ShaddockMember {

    private static final MemberId CALLER = new MemberId("caller", "1");
    private static final MemberId SERVER = new MemberId("server", "1");

    private ShaddockMember() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 0) {
            serve();
        } else {
            call(Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]));
        }
        System.exit(0);
    }

    private static void serve() throws IOException {
        HazelcastInstance grid = LoopbackGrid.start(List.of());
        try (RemoteNode node = node(grid, SERVER, CALLER)) {
            node.serve(Echo.class, new Answering());
            System.out.println("ready " + LoopbackGrid.port(grid));
            while (System.in.read() >= 0) {
                // until the benchmark ends
            }
        }
    }

    private static void call(int port, long seconds) throws InterruptedException {
        HazelcastInstance grid = LoopbackGrid.start(List.of(port));
        try (RemoteNode node = node(grid, CALLER, SERVER)) {
            Echo echo = node.remotes().onMember(Echo.class, SERVER.name());
            Load load = new Load("shaddock", seconds);
            for (int callers : List.of(1, 64)) {
                load.flying("stage", callers, () -> echo.later(Payload.SAMPLE));
                load.waiting("blocking", callers, () -> () -> echo.now(Payload.SAMPLE));
            }
            System.err.println(node.counters().snapshot());
        }
    }

    private static RemoteNode node(HazelcastInstance grid, MemberId self, MemberId other) {
        return new RemoteNode(new HazelcastWire(grid), new FixedMembership(self, other));
    }

    /** What is called. */
    @Remote("echo")
    public interface Echo {

        CompletionStage<Payload> later(Payload payload);

        Payload now(Payload payload);
    }

    private static final class Answering implements Echo {

        @Override
        public CompletionStage<Payload> later(Payload payload) {
            return CompletableFuture.completedFuture(payload);
        }

        @Override
        public Payload now(Payload payload) {
            return payload;
        }
    }
}
