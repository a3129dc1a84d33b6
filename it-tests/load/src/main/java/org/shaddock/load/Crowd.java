package org.shaddock.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** All players of a run. They connect with a limited number at once, so that no queue of the kernel overflows. */
final class Crowd {

    private static final long PATIENCE_SECONDS = 120;

    private final EventLoop loop;
    private final Target target;
    private final int atOnce;
    private final List<Player> players = new ArrayList<>();
    private final CountDownLatch missing;
    private final List<String> losses = new ArrayList<>();
    private final Player.Listener listener;
    private int started;

    /**
     * @param size how many players there will be
     * @param atOnce how many may be about to connect at the same time
     * @param listener hears of them all
     * @param scratch where all of them look at what they read
     */
    Crowd(EventLoop loop, Options options, int size, int atOnce, Player.Listener listener, Scratch scratch) {
        this.loop = loop;
        this.target = options.target();
        this.atOnce = atOnce;
        this.listener = listener;
        this.missing = new CountDownLatch(size);
        for (int i = 0; i < size; i++) {
            players.add(player(i, options, scratch));
        }
    }

    private Player player(int number, Options options, Scratch scratch) {
        String protocol = options.text("protocol", "pomelo");
        return switch (protocol) {
            case "pomelo" -> new PomeloPlayer(number, target, listener, scratch, false);
            case "bundles" -> new PomeloPlayer(number, target, listener, scratch, true);
            case "colyseus" -> new ColyseusPlayer(number, target, listener, scratch);
            default ->
                throw new IllegalArgumentException("--protocol " + protocol + " is not pomelo, bundles or colyseus.");
        };
    }

    Player get(int number) {
        return players.get(number);
    }

    int size() {
        return players.size();
    }

    /** Connects everybody; returns when {@link #settled} has been called for each. */
    void gather() throws InterruptedException {
        loop.run(() -> {
            for (int i = 0; i < atOnce; i++) {
                connectNext();
            }
        });
        long left = PATIENCE_SECONDS;
        while (!missing.await(1, TimeUnit.SECONDS)) {
            System.err.printf("connecting: %,d of %,d are still to come%n", missing.getCount(), players.size());
            left--;
            if (left == 0 || !losses().isEmpty()) {
                throw new IllegalStateException(
                        missing.getCount() + " of " + players.size() + " players could not connect; " + losses());
            }
        }
    }

    /** A player is where it should be, so another may connect. Only from the event loop. */
    void settled() {
        missing.countDown();
        connectNext();
    }

    /** Notes that a player is gone. Only from the event loop. */
    void lost(Player player, String reason) {
        losses.add("player " + player.number() + ": " + reason);
    }

    /** Who is gone and why; the first few. */
    List<String> losses() throws InterruptedException {
        return loop.ask(() -> losses.stream().limit(5).toList());
    }

    int lost() throws InterruptedException {
        return loop.ask(losses::size);
    }

    private void connectNext() {
        if (started < players.size()) {
            Player player = players.get(started);
            started++;
            listener.connecting(player);
            var unused = player.prepare().whenComplete((ready, failure) -> loop.run(() -> connect(player, failure)));
        }
    }

    private void connect(Player player, @Nullable Throwable failure) {
        if (failure != null) {
            listener.gone(player, String.valueOf(failure));
            return;
        }
        var unused = loop.connect(player, target).addListener(connected -> {
            if (!connected.isSuccess()) {
                listener.gone(player, String.valueOf(connected.cause()));
            }
        });
    }
}
