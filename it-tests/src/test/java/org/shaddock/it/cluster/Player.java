package org.shaddock.it.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shaddock.it.PomeloClient;

/**
 * Somebody in a room of the tally game who does what a good client does: says again what was not answered or is to be said
 * again, and goes to another member when the connection is gone.
 */
final class Player implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String SAY = "tally.tallyHandler.say";
    private static final String WHO = "tally.tallyHandler.who";
    private static final String SAID = "tally.tallyHandler.said";
    private static final String ENTER = "lobby.lobbyHandler.enter";
    private static final Answer NOT_INSIDE = new Answer(Map.of("code", 1502L, "message", "not let in"), 0, 0);
    private static final long PAUSE_MILLIS = 20;

    private final TestCluster cluster;
    private final String name;
    private final String room;
    private final Queue<Answer> refusals = new ConcurrentLinkedQueue<>();
    private final Queue<Object> retries = new ConcurrentLinkedQueue<>();
    private String member;
    private @Nullable PomeloClient client;
    private boolean hasTried;
    private boolean inside;
    private int connections;

    Player(TestCluster cluster, String name, String room, String member) {
        this.cluster = cluster;
        this.name = name;
        this.room = room;
        this.member = member;
    }

    String name() {
        return name;
    }

    /** The member that this player is connected to. */
    String member() {
        return member;
    }

    /** Whether the first connection has lasted. */
    boolean hasStayed() {
        return connections == 1 && client().isOpen();
    }

    PomeloClient client() {
        return Objects.requireNonNull(client, "not connected");
    }

    /** Answers that were neither good nor asked for another try. */
    List<Answer> refusals() {
        return List.copyOf(refusals);
    }

    /** What asked for another try, each with how many milliseconds it was waited for. */
    List<Object> retries() {
        return List.copyOf(retries);
    }

    /** Goes into the room; the answer tells who holds it. */
    Answer enter() {
        inside = false;
        return who();
    }

    /** Who holds the room. */
    Answer who() {
        return persist(() -> ask(WHO, Map.of()));
    }

    /** Says a number until the room has it. */
    Answer say(long number) {
        return persist(() -> ask(SAY, Map.of("author", name, "number", number)));
    }

    /** What an author has said, as the room has written it down. */
    List<?> said(String author) {
        return (List<?>)
                persist(() -> ask(SAID, Map.of("author", author))).body().get("numbers");
    }

    private Answer persist(Supplier<Answer> attempt) {
        long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
        Answer answer = attempt.get();
        while (!answer.isGood()) {
            if (System.nanoTime() - deadlineNanos > 0) {
                throw new AssertionError("%s got no answer from room %s by %s within %s; the last was %s, of all %s"
                        .formatted(name, room, member, PATIENCE, answer.body(), retries));
            }
            retries.add(answer.body() + " after " + answer.tookMillis() + " ms");
            pause();
            answer = attempt.get();
        }
        return answer;
    }

    /** One try, which may need a connection and a way into the room first. */
    private Answer ask(String route, Map<String, Object> body) {
        long startNanos = System.nanoTime();
        try {
            if (client == null || !client().isOpen()) {
                connect();
            }
            if (!inside) {
                inside = request(ENTER, Map.of("name", name, "room", room)).isGood();
            }
            return inside ? request(route, body) : NOT_INSIDE;
        } catch (CompletionException noAnswer) {
            return none(noAnswer, startNanos);
        }
    }

    private Answer none(CompletionException why, long startNanos) {
        String reason = member + ": " + why.getCause();
        return new Answer(Map.of("code", 1502L, "message", reason), startNanos, System.nanoTime());
    }

    private void connect() {
        inside = false;
        if (hasTried || !cluster.running().contains(member)) {
            member = cluster.other(member);
        }
        hasTried = true;
        client = PomeloClient.connect(cluster.uri(member));
        connections++;
    }

    private Answer request(String route, Map<String, Object> body) {
        long sentNanos = System.nanoTime();
        Answer answer = client().request(route, body)
                .thenApply(came -> new Answer(came, sentNanos, System.nanoTime()))
                .join();
        if (!answer.isGood() && !answer.isRetryable()) {
            refusals.add(answer);
            inside = false;
        }
        return answer;
    }

    @Override
    public void close() {
        PomeloClient connected = client;
        if (connected != null) {
            connected.vanish();
        }
    }

    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            throw new AssertionError("Nobody interrupts tests.", interrupted);
        }
    }
}
