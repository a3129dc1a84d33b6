package org.shaddock.demo.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaddock.api.AreaContext;
import org.shaddock.api.AreaId;
import org.shaddock.api.HandlerException;
import org.shaddock.demo.world.WorldHandler.Attack;
import org.shaddock.demo.world.WorldHandler.OnWelcome;
import org.shaddock.demo.world.WorldHandler.Walk;

/** What the area's behaviour adds to the rules: coming, going, and moving with all heroes to another member. */
class WorldHandlerTest {

    private final WorldHandler handler = new WorldHandler();
    private final AreaContext area = area("meadow");
    private final World world = handler.onOpen(area);
    private final Player player = new Player();

    @Test
    void shouldWelcomeHeroWithMapWhenItEnters() {
        Save.fresh("Ann", "t", "meadow").keepWith(player);

        handler.onEnter(player, world, area);

        OnWelcome welcome = player.pushes(OnWelcome.class).get(0);
        assertThat(welcome.map()).isEqualTo("meadow");
        assertThat(welcome.rows()).isEqualTo(Land.of("meadow").rows());
        assertThat(world.hero(player.id())).isNotNull();
    }

    @Test
    void shouldTakeHeroesAlongWhenTheAreaMoves() {
        new Save("Ann \"柚子\"", "t", "meadow", 7, 30, Land.of("meadow").arrival()).keepWith(player);
        handler.onEnter(player, world, area);

        byte[] saved = handler.onSave(world, area);
        World moved = handler.onOpen(area, saved);

        assertThat(moved.saves()).isEqualTo(world.saves()).hasSize(1);
    }

    @Test
    void shouldGoOnWhereItWasWhenSessionReturnsToMovedArea() {
        new Save("Ann", "t", "meadow", 7, 30, Land.of("meadow").arrival()).keepWith(player);
        handler.onEnter(player, world, area);
        Hero before = world.heroes().iterator().next();
        before.hp(3);

        World moved = handler.onOpen(area, handler.onSave(world, area));
        handler.onReturn(player, moved, area);

        Hero after = moved.heroes().iterator().next();
        assertThat(List.of(after.hp(), after.gold(), after.spot())).isEqualTo(List.of(3, 30, before.spot()));
        assertThat(player.pushes(OnWelcome.class)).as("the page begins anew").hasSize(2);
    }

    @Test
    void shouldRefuseToWalkWhileTheHeroIsBetweenTwoMaps() {
        Walk walk = new Walk(3, 3);

        assertThatThrownBy(() -> handler.walk(walk, player, world))
                .isInstanceOfSatisfying(HandlerException.class, error -> assertThat(error.code())
                        .isEqualTo(WorldHandler.NOT_NOW));
    }

    @Test
    void shouldIgnoreAttackOnWhatIsGone() {
        Save.fresh("Ann", "t", "meadow").keepWith(player);
        handler.onEnter(player, world, area);

        handler.attack(new Attack(9999), player, world);
        world.step(1_000_050);

        assertThat(world.heroes().iterator().next().swings()).isZero();
    }

    /** An area that knows its name and the time. */
    private static AreaContext area(String name) {
        return (AreaContext) Proxy.newProxyInstance(
                AreaContext.class.getClassLoader(), new Class<?>[] {AreaContext.class}, (proxy, method, arguments) -> {
                    return switch (method.getName()) {
                        case "id" -> new AreaId("world", name);
                        case "nowMillis" -> 1_000_000L;
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }
}
