package org.shaddock.it;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Two people who chat all the time and notice at once if something disturbs them. */
final class Neighbours implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Guest speaker;
    private final Guest listener;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final List<Long> delaysNanos = new ArrayList<>();
    private final CompletableFuture<Void> talk;
    private volatile boolean enough;

    private Neighbours(Guest speaker, Guest listener) {
        this.speaker = speaker;
        this.listener = listener;
        this.talk = CompletableFuture.runAsync(this::talk, thread);
    }

    /** Starts to chat in a room of their own. */
    static Neighbours chatting(String room) {
        return new Neighbours(Guest.enter("speaker", room), Guest.enter("listener", room));
    }

    /** Stops the chat; fails if anything was lost, late or interrupted. Returns the worst delay of a message. */
    Duration worstDelay() {
        enough = true;
        talk.join();
        if (!speaker.client().isOpen() || !listener.client().isOpen()) {
            throw new AssertionError("A neighbour was disconnected.");
        }
        return Duration.ofNanos(delaysNanos.stream().max(Long::compare).orElse(0L));
    }

    /** How many messages they have exchanged. */
    int messages() {
        return delaysNanos.size();
    }

    @Override
    public void close() {
        enough = true;
        thread.shutdown();
        speaker.close();
        listener.close();
    }

    private void talk() {
        for (int number = 0; !enough; number++) {
            String text = "message " + number;
            long sentNanos = System.nanoTime();
            Map<String, Object> answer = speaker.say(text, listener.name());
            if (answer.containsKey("code")) {
                throw new AssertionError("Saying something was answered by " + answer);
            }
            Object heard = listener.hear().get("msg");
            delaysNanos.add(System.nanoTime() - sentNanos);
            if (!text.equals(heard)) {
                throw new AssertionError("Expected " + text + " but heard " + heard);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            throw new AssertionError("Nobody interrupts tests.", e);
        }
    }
}
