package org.shaddock.it.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Players who ask their room all the time who holds it, each on a thread of its own, and write the answers down. */
final class Watch implements AutoCloseable {

    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final List<CompletableFuture<Void>> watches = new ArrayList<>();
    private volatile boolean over;

    Watch(List<Player> players) {
        for (Player player : players) {
            watches.add(CompletableFuture.runAsync(() -> ask(player), task -> new Thread(task, "watch").start()));
        }
    }

    /** Ends the watch, and tells the answers in the order in which they came; fails if a player had none for long. */
    List<Answer> end() {
        over = true;
        watches.forEach(CompletableFuture::join);
        return answers.stream()
                .sorted((one, other) -> Long.compare(one.cameNanos(), other.cameNanos()))
                .toList();
    }

    @Override
    public void close() {
        over = true;
    }

    private void ask(Player player) {
        while (!over) {
            answers.add(player.who());
            Player.pause();
        }
    }
}
