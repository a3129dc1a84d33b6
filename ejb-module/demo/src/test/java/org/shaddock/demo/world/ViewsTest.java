package org.shaddock.demo.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaddock.demo.world.Views.Look;
import org.shaddock.demo.world.Views.OnView;

class ViewsTest {

    private static final String WIDE = "@" + ".".repeat(60);

    private final Player ann = new Player();
    private final Player ben = new Player();

    @Test
    void shouldTellEachOfTheOtherWhenTheyAreNear() {
        Stage stage = Stage.of(WIDE);
        Hero hers = stage.enter(ann);
        Hero his = stage.enter(ben, 0, Spot.inTile(5, 0));

        stage.run(Stage.TICK_MILLIS);

        assertThat(heroes(ann)).containsExactly(new Look("hero", "Ben", 20, List.of(his.id(), 550, 50, 20, 0)));
        assertThat(heroes(ben)).extracting(look -> look.at().get(0)).containsExactly(hers.id());
    }

    @Test
    void shouldTellWhereTheOtherWalks() {
        Stage stage = Stage.of(WIDE);
        stage.enter(ann);
        Hero his = stage.enter(ben, 0, Spot.inTile(5, 0));
        stage.run(Stage.TICK_MILLIS);

        his.steer(-1, 0);
        stage.run(Stage.TICK_MILLIS);

        OnView last = last(ann);
        assertThat(last.at().subList(0, 2)).isEqualTo(List.of(his.id(), 529));
        assertThat(last.me()).as("she has not moved").isNull();
        assertThat(last.atMillis()).isEqualTo(stage.nowMillis());
    }

    @Test
    void shouldTellThatTheOtherIsOutOfView() {
        Stage stage = Stage.of(WIDE);
        stage.enter(ann);
        Hero his = stage.enter(ben, 0, Spot.inTile(5, 0));
        stage.run(Stage.TICK_MILLIS);

        his.walkTo(Spot.inTile(40, 0));
        stage.run(10_000);

        assertThat(ann.pushes(OnView.class)).anyMatch(view -> view.out().contains(his.id()));
    }

    @Test
    void shouldTellThatTheOtherIsGoneWhenItLeaves() {
        Stage stage = Stage.of(WIDE);
        stage.enter(ann);
        int his = stage.enter(ben, 0, Spot.inTile(5, 0)).id();
        stage.run(Stage.TICK_MILLIS);

        stage.world().leave(ben, stage.nowMillis());
        stage.run(Stage.TICK_MILLIS);

        assertThat(last(ann).out()).contains(his);
    }

    @Test
    void shouldTellNothingWhenNothingHasChanged() {
        Stage stage = Stage.of(WIDE);
        stage.enter(ann);
        stage.run(120_000);
        int before = ann.pushes(OnView.class).size();

        stage.run(5_000);

        assertThat(ann.pushes(OnView.class)).hasSize(before);
    }

    private static List<Look> heroes(Player player) {
        return player.pushes(OnView.class).stream()
                .flatMap(view -> view.in().stream())
                .filter(look -> look.kind().equals("hero"))
                .toList();
    }

    private static OnView last(Player player) {
        List<OnView> views = player.pushes(OnView.class);
        return views.get(views.size() - 1);
    }
}
