package org.shaddock.load;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Has the server open many areas that tick twenty times a second, and asks it afterwards how evenly they did. */
final class Ticks implements Player.Listener {

    private static final int AREAS = 1000;
    private static final int AREAS_PER_REQUEST = 100;
    private static final int SECONDS = 20;
    private static final int WARMUP_SECONDS = 10;
    private static final int PATIENCE_SECONDS = 60;

    private final Options options;
    private final EventLoop loop;
    private final Crowd crowd;
    private CompletableFuture<String> answer = new CompletableFuture<>();

    Ticks(Options options, EventLoop loop) {
        this.options = options;
        this.loop = loop;
        crowd = new Crowd(loop, options, 1, 1, this, new Scratch(new Clock()));
    }

    Result run() throws InterruptedException {
        crowd.gather();
        int areas = options.number("areas", AREAS);
        for (int from = 0; from < areas; from += AREAS_PER_REQUEST) {
            int count = Math.min(AREAS_PER_REQUEST, areas - from);
            ask("bench.tickHandler.open", "{\"from\":" + from + ",\"count\":" + count + "}");
        }
        TimeUnit.SECONDS.sleep(options.number("warmup", WARMUP_SECONDS));
        ask("bench.tickHandler.reset", "{}");
        Meter meter = new Meter(options.pids());
        TimeUnit.SECONDS.sleep(options.number("seconds", SECONDS));
        Result result = new Result();
        String report = ask("bench.tickHandler.report", "{}");
        result.put("label", options.text("label", "")).put("mode", "ticks").put("areas", areas);
        meter.stop(result, (long) number(report, "ticks"));
        return result.put("p50Millis", number(report, "p50"))
                .put("p99Millis", number(report, "p99"))
                .put("p999Millis", number(report, "p999"))
                .put("maxMillis", number(report, "max"));
    }

    private String ask(String route, String body) throws InterruptedException {
        CompletableFuture<String> expected = new CompletableFuture<>();
        loop.run(() -> {
            answer = expected;
            crowd.get(0).request(route, body);
        });
        try {
            String said = expected.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Entering.check(said);
            return said;
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException failure) {
            throw new IllegalStateException(route + " was not answered.", failure);
        }
    }

    private static double number(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":([\\d.]+)").matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("There is no " + name + " in " + json);
        }
        return Double.parseDouble(matcher.group(1));
    }

    @Override
    public void connected(Player player) {
        crowd.settled();
    }

    @Override
    public void answered(Player player, byte[] bytes, int from, int to) {
        answer.complete(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }

    @Override
    public void gone(Player player, String reason) {
        crowd.lost(player, reason);
    }
}
