package org.shaddock.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.shaddock.api.AreaId;
import org.shaddock.remote.DeliveryException;
import org.shaddock.testing.LogRecorder;

/** What remote calls get of areas. */
class AreaRemotesTest {

    private static final AreaId LOBBY = new AreaId("room", "lobby");

    private final AreaFixture areas = new AreaFixture(new RecordingBehavior());
    private final AreaRemotes remotes = new AreaRemotes(areas.host, areas.gateway);
    private final List<String> heard = new ArrayList<>();

    @Test
    void shouldFindTheHolderOfAnAreaAndOpenIt() {
        assertThat(remotes.holder(LOBBY).toCompletableFuture().join().name()).isEqualTo("m1");
        assertThat(areas.host.areas()).hasSize(1);
    }

    @Test
    void shouldRunAStepAsATurn() {
        remotes.holder(LOBBY).toCompletableFuture().join();
        remotes.turn(LOBBY, () -> {
            heard.add("in turn " + remotes.isInTurn());
            return CompletableFuture.completedFuture(null);
        });

        assertThat(heard).containsExactly("in turn true");
        assertThat(remotes.isInTurn()).isFalse();
    }

    @Test
    void shouldRefuseAStepOfAnAreaThatIsNotHere() {
        try (LogRecorder log = LogRecorder.of(AreaHost.class)) {
            CompletionStage<?> end = remotes.turn(new AreaId("hall", "of mirrors"), () -> {
                heard.add("in turn");
                return CompletableFuture.completedFuture(null);
            });

            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(end.toCompletableFuture()::join)
                    .withCauseInstanceOf(DeliveryException.class);
            assertThat(heard).isEmpty();
            assertThat(log.lines()).hasSize(1);
        }
    }

    @Test
    void shouldGoOnInATurnOfTheAreaThatAsked() {
        Executor later = executorOf(LOBBY);
        later.execute(() -> heard.add("in turn " + remotes.isInTurn()));

        assertThat(heard).containsExactly("in turn true");
    }

    @Test
    void shouldGoOnElsewhereWhenTheAreaHasClosed() {
        Executor later = executorOf(LOBBY);
        areas.call(LOBBY, (state, area) -> {
            area.close();
            return null;
        });
        later.execute(() -> heard.add("in turn " + remotes.isInTurn()));

        assertThat(heard).containsExactly("in turn false");
    }

    @Test
    void shouldGoOnAnywhereWhenNoAreaAsked() {
        remotes.goingOn(Runnable::run).execute(() -> heard.add("in turn " + remotes.isInTurn()));

        assertThat(heard).containsExactly("in turn false");
    }

    private Executor executorOf(AreaId id) {
        AtomicReference<Executor> found = new AtomicReference<>();
        areas.call(id, (state, area) -> {
            found.set(remotes.goingOn(Runnable::run));
            return null;
        });
        return found.get();
    }
}
