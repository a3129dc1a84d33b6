package org.shaddock.load;

import java.util.Map;

/**
 * Plays clients against a server and prints one line of JSON. {@code --mode broadcast} has {@code --players} in one room,
 * each of which moves {@code --rate} times a second and sees all others move; {@code --mode echo} has them ask
 * {@code --rate} questions a second all together. {@code --pids} are the server's processes, whose CPU time is counted for
 * {@code --seconds} after {@code --warmup} seconds.
 */
public final class Main {

    private Main() {}

    /** Runs once. */
    public static void main(String[] arguments) throws InterruptedException {
        System.out.println(run(new Options(arguments)).toJson());
    }

    /** Runs once; returns the figures by name. */
    public static Map<String, Object> figures(String... arguments) throws InterruptedException {
        return run(new Options(arguments)).figures();
    }

    private static Result run(Options options) throws InterruptedException {
        try (EventLoop loop = new EventLoop()) {
            String mode = options.text("mode", "broadcast");
            return switch (mode) {
                case "broadcast" -> new Broadcast(options, loop).run();
                case "echo" -> new Echo(options, loop).run();
                case "connect" -> new Storm(options, loop).run();
                case "idle" -> new Idle(options, loop).run();
                case "ticks" -> new Ticks(options, loop).run();
                default ->
                    throw new IllegalArgumentException(
                            "--mode " + mode + " is not broadcast, echo, connect, idle or ticks.");
            };
        }
    }
}
