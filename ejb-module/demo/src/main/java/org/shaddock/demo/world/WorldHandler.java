package org.shaddock.demo.world;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.Area;
import org.shaddock.api.AreaBehavior;
import org.shaddock.api.AreaContext;
import org.shaddock.api.Channels;
import org.shaddock.api.Handler;
import org.shaddock.api.HandlerException;
import org.shaddock.api.RateLimit;
import org.shaddock.api.Session;
import org.shaddock.api.Tick;

/** A map of the world: each is an area, on whichever member it may be. */
@Singleton
@LocalBean
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Area("world")
public class WorldHandler implements AreaBehavior<World> {

    /** The channel of everybody, whatever the map. */
    static final String EVERYWHERE = "world";

    /** The map has as many heroes as it takes. */
    static final int FULL = 2001;
    /** The hero is between two maps, or lies on the ground. */
    static final int NOT_NOW = 2002;

    private static final int MAX_HEROES = 2_000;
    private static final int BOARD_LENGTH = 8;
    private static final Jsonb JSON = JsonbBuilder.create();

    @Inject
    private Channels channels;

    @Override
    public World onOpen(AreaContext area) {
        String map = area.id().name();
        return new World(map, Land.of(map), new SplittableRandom(area.nowMillis()));
    }

    /** The map has moved to this member. Its monsters begin anew; its heroes rest until their sessions return. */
    @Override
    public World onOpen(AreaContext area, byte[] saved) {
        World world = onOpen(area);
        for (Save save : JSON.fromJson(new String(saved, StandardCharsets.UTF_8), Save[].class)) {
            world.rest(save, area.nowMillis());
        }
        return world;
    }

    @Override
    public byte[] onSave(World world, AreaContext area) {
        return JSON.toJson(world.saves()).getBytes(StandardCharsets.UTF_8);
    }

    /** Also called by onReturn, which has nobody to answer: so the welcome is a push. */
    @Override
    public @Nullable Object onEnter(Session session, World world, AreaContext area) {
        Save save = Save.of(session);
        if (save == null || world.heroes().size() >= MAX_HEROES) {
            throw new HandlerException(FULL, "The " + world.name() + " is full. Try again in a moment.");
        }
        Hero hero = world.enter(session, save);
        session.push(
                "onWelcome",
                new OnWelcome(
                        world.name(), hero.id(), save.ticket(), world.land().rows()));
        return null;
    }

    @Override
    public void onLeave(Session session, World world, AreaContext area) {
        world.leave(session, area.nowMillis());
    }

    /** Everything goes on by one step. */
    @Tick(every = "50ms")
    public void step(World world, long nowMillis) {
        long began = System.nanoTime();
        world.step(nowMillis);
        world.tookMicros((System.nanoTime() - began) / 1000);
    }

    /** Once a second: the score board, and what must not be lost with the area. */
    @Tick(every = "1s")
    public void board(World world, AreaContext area, long nowMillis) {
        List<Line> lines = world.heroes().stream()
                .sorted(Comparator.comparingInt(Hero::gold).reversed())
                .limit(BOARD_LENGTH)
                .map(hero -> new Line(hero.name(), hero.gold(), hero.id()))
                .toList();
        area.channel().push("onBoard", new OnBoard(world.name(), world.heroes().size(), lines));
        world.keep(nowMillis);
    }

    /** The way there is found by the server: a path costs it much, so not too many. */
    @Handler
    @RateLimit(permits = 10)
    public void walk(Walk to, Session session, World world) {
        hero(session, world).walkTo(new Spot(to.x(), to.y()));
    }

    @Handler
    public void steer(Steer steer, Session session, World world) {
        hero(session, world).steer(steer.x(), steer.y());
    }

    /** A monster that is gone meanwhile is no error: the client could not know. */
    @Handler
    public void attack(Attack attack, Session session, World world) {
        if (world.things().get(attack.id()) instanceof Monster monster) {
            hero(session, world).attack(monster);
        }
    }

    /** What is said is text, whatever it contains: pages must show it as such. */
    @Handler
    @RateLimit(permits = 5, perMillis = 5_000)
    public void say(Say say, Session session, World world, AreaContext area) {
        Hero hero = hero(session, world);
        OnSay said = new OnSay(hero.name(), hero.id(), world.name(), say.toAll(), say.text());
        if (say.toAll()) {
            channels.create(EVERYWHERE).push("onSay", said);
        } else {
            area.channel().push("onSay", said);
        }
    }

    /** For the page's panel of figures: its round-trip time is that of a turn of the area. */
    @Handler
    public Figures figures(Session session, World world, AreaContext area) {
        return new Figures(
                area.member(),
                session.id().member(),
                world.tickMicros(),
                world.heroes().size(),
                world.things().size());
    }

    private static Hero hero(Session session, World world) {
        Hero hero = world.hero(session.id());
        if (hero == null || hero.isFallen()) {
            throw new HandlerException(NOT_NOW, "Wait a moment.");
        }
        return hero;
    }

    /** A place to go to, in tiles. */
    public record Walk(
            @DecimalMin("0") @DecimalMax("1000") double x,
            @DecimalMin("0") @DecimalMax("1000") double y) {}

    /** A direction; 0 and 0 to stand still. */
    public record Steer(
            @DecimalMin("-1") @DecimalMax("1") double x,
            @DecimalMin("-1") @DecimalMax("1") double y) {}

    /** Which monster. */
    public record Attack(int id) {}

    /** A text for those on the same map, or for all. */
    public record Say(@NotBlank @Size(max = 200) String text, boolean toAll) {}

    /** Which member holds the area and which one the connection, and how the area is doing. */
    public record Figures(String member, String connector, long tickMicros, int heroes, int things) {}

    /** All that a page needs to begin: the map, and which entity is its own. */
    public record OnWelcome(String map, int id, String ticket, List<String> rows) {}

    /** How many heroes there are, and the richest of them. */
    public record OnBoard(String map, int heroes, List<Line> lines) {}

    /** A line of the score board. */
    public record Line(String name, int gold, int id) {}

    /** Somebody has said something. */
    public record OnSay(String from, int id, String map, boolean toAll, String text) {}
}
