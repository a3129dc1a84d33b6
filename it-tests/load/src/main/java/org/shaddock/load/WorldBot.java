package org.shaddock.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One hero of the world demo, played by chance: it walks about, fights what it sees, and says something now and then. */
final class WorldBot {

    private static final String ENTER = "connector.worldEntryHandler.enter";
    private static final String WALK = "world.worldHandler.walk";
    private static final String ATTACK = "world.worldHandler.attack";
    private static final String SAY = "world.worldHandler.say";

    private static final Pattern NUMBER = Pattern.compile("\"number\":(\\d+)");
    private static final Pattern PLACE = Pattern.compile("\"me\":\\{\"at\":\\[\\d+,(\\d+),(\\d+),");
    private static final Pattern MONSTER =
            Pattern.compile("\"at\":\\[(\\d+),[\\d,]+\\],\"kind\":\"(?:slime|wolf|bat|golem)\"");
    private static final Pattern OUT = Pattern.compile("\"out\":\\[([\\d,]*)\\]");
    private static final long RETRY_MILLIS = 2_000;
    private static final int STROLL_TILES = 9;

    private final Player player;
    private final String name;
    private final RandomGenerator random;
    private final List<String> monsters = new ArrayList<>();
    private double x;
    private double y;
    private long lastView;
    private long dueMillis;
    private boolean isIn;
    private long views;
    private long missed;
    private long travels;

    WorldBot(Player player, String name, RandomGenerator random) {
        this.player = player;
        this.name = name;
        this.random = random;
    }

    /** Whether it is in the world. */
    boolean isIn() {
        return isIn;
    }

    /** Views it was sent. */
    long views() {
        return views;
    }

    /** Views it should have been sent, as the numbers of the others tell. */
    long missed() {
        return missed;
    }

    /** How often it went through a portal. */
    long travels() {
        return travels;
    }

    void enter() {
        isIn = false;
        player.request(ENTER, "{\"name\":\"" + name + "\"}");
    }

    /** The answer to {@link #enter}; anything with a code is a refusal, after which it asks again. */
    void answered(String json, long nowMillis) {
        if (json.contains("\"code\":") && !isIn) {
            dueMillis = nowMillis + RETRY_MILLIS;
        }
    }

    void pushed(String json, long nowMillis) {
        if (json.contains("\"rows\":")) {
            isIn = true;
            lastView = 0;
            monsters.clear();
            dueMillis = nowMillis + random.nextInt(2_000);
        } else if (json.contains("\"atMillis\":")) {
            view(json);
        } else if (json.startsWith("{\"to\":")) {
            travels++;
            enter();
        }
    }

    /** Does what it feels like, if it is time for it. */
    void act(long nowMillis) {
        if (dueMillis == 0 || nowMillis < dueMillis) {
            return;
        }
        dueMillis = nowMillis + 500 + random.nextInt(2_500);
        if (!isIn) {
            enter();
            return;
        }
        int mood = random.nextInt(20);
        if (mood == 0) {
            player.notification(SAY, "{\"text\":\"Hello from " + name + "\",\"toAll\":false}");
        } else if (mood < 8 && !monsters.isEmpty()) {
            String id = monsters.get(random.nextInt(monsters.size()));
            player.notification(ATTACK, "{\"id\":" + id + "}");
        } else {
            player.notification(WALK, String.format(Locale.ROOT, "{\"x\":%.2f,\"y\":%.2f}", some(x), some(y)));
        }
    }

    private double some(double from) {
        return Math.max(1, from + random.nextInt(2 * STROLL_TILES + 1) - STROLL_TILES);
    }

    private void view(String json) {
        views++;
        Matcher number = NUMBER.matcher(json);
        if (number.find()) {
            long now = Long.parseLong(number.group(1));
            missed += now - lastView - 1;
            lastView = now;
        }
        Matcher place = PLACE.matcher(json);
        if (place.find()) {
            x = Integer.parseInt(place.group(1)) / 100.0;
            y = Integer.parseInt(place.group(2)) / 100.0;
        }
        Matcher out = OUT.matcher(json);
        if (out.find() && !out.group(1).isEmpty()) {
            monsters.removeAll(List.of(out.group(1).split(",")));
        }
        Matcher seen = MONSTER.matcher(json);
        while (seen.find()) {
            monsters.add(seen.group(1));
        }
    }
}
