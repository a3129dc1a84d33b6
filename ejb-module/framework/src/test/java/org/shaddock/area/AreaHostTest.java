package org.shaddock.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.shaddock.api.AreaBehavior;
import org.shaddock.api.AreaId;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.HandlerException;
import org.shaddock.trace.TracedWork;
import org.shaddock.trace.Tracer;
import org.shaddock.trace.Work;

class AreaHostTest {

    private static final AreaId LOBBY = new AreaId("room", "lobby");

    private static final Executor OTHER_THREAD = task -> new Thread(task, "other").start();

    private final RecordingBehavior behavior = new RecordingBehavior();
    private final AreaFixture areas = new AreaFixture(behavior);

    @Test
    void shouldOpenAreaWhenFirstCalled() throws Exception {
        Object opened = areas.call(LOBBY, (state, area) -> state).get();

        assertThat(opened).isEqualTo(List.of("open room/lobby"));
    }

    @Test
    void shouldTellTheAreaWhereItIs() throws Exception {
        assertThat(areas.call(LOBBY, (state, area) -> area.member()).get()).isEqualTo("m1");
    }

    @Test
    void shouldOpenAreaOnceWhenTwoWantItAtTheSameMoment() throws Exception {
        areas.queueTurns();
        CountDownLatch both = new CountDownLatch(2);
        AreaType type = new AreaType(() -> meet(both), List.of());
        AreaHost host = new AreaHost(Map.of("room", type), areas.host.settings(), areas.host.surroundings());

        CompletableFuture<Void> message = CompletableFuture.runAsync(() -> host.acquired(LOBBY, 1), OTHER_THREAD);
        host.acquired(LOBBY, 1);
        message.join();

        assertThat(both.getCount()).as("nobody has met the other").isEqualTo(1);
    }

    @Test
    void shouldTakeATurnOnTheCallersThreadWhenOpenAndIdle() {
        areas.call(LOBBY, (state, area) -> state);
        areas.queueTurns();

        assertThat(areas.host.call(LOBBY, "test", true, true, (state, area) -> state))
                .isDone();
    }

    @Test
    void shouldNotOpenOnTheCallersThread() {
        areas.queueTurns();
        CompletableFuture<?> call = areas.gateway.reach(
                LOBBY, placement -> areas.host.call(LOBBY, "test", true, true, (state, area) -> state));
        assertThat(call).isNotDone();

        areas.runQueued();

        assertThat(call).isDone();
    }

    @Test
    void shouldKeepStateOfEachAreaApart() throws Exception {
        add(LOBBY, "x").get();

        assertThat(areas.call(new AreaId("room", "cellar"), (state, area) -> state)
                        .get())
                .isEqualTo(List.of("open room/cellar"));
    }

    @Test
    void shouldEndWithWhatTheGameThrewWhenCallFails() {
        CompletableFuture<?> call = areas.call(LOBBY, (state, area) -> {
            throw new InvocationTargetException(new ArithmeticException("odd"));
        });

        assertThat(failure(call)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void shouldEndWithWhatTheAttemptThrewWhenAnAreaIsReached() {
        CompletableFuture<?> call = areas.gateway.reach(LOBBY, placement -> {
            throw new HandlerException(ErrorCode.BAD_BODY, "text is too long");
        });

        assertThat(failure(call)).hasMessage("text is too long");
    }

    @Test
    void shouldGoOnAfterFailedCall() throws Exception {
        CompletableFuture<?> failed = areas.call(LOBBY, (state, area) -> {
            throw new IllegalStateException();
        });

        assertThat(failed).isCompletedExceptionally();
        assertThat(add(LOBBY, "still here").get()).isEqualTo(true);
    }

    @Test
    void shouldTryToOpenAgainWhenOpeningFailed() throws Exception {
        behavior.failsToOpen = true;
        CompletableFuture<?> first = add(LOBBY, "x");
        behavior.failsToOpen = false;

        assertThat(failure(first)).hasMessage("no map");
        assertThat(add(LOBBY, "x").get()).isEqualTo(true);
    }

    @Test
    void shouldRefuseWhenMailboxIsFull() {
        AreaFixture small = new AreaFixture(behavior, new AreaSettings(2, 0, 50, 0, 1000));
        small.call(LOBBY, (state, area) -> null).join();
        small.queueTurns();
        List<CompletableFuture<?>> calls = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            calls.add(small.call(LOBBY, (state, area) -> null));
        }

        small.runQueued();

        assertThat(calls.subList(0, 2)).allMatch(call -> !call.isCompletedExceptionally() && call.isDone());
        assertThat(failure(calls.get(2))).isInstanceOfSatisfying(HandlerException.class, e -> assertThat(e.code())
                .isEqualTo(ErrorCode.TOO_BUSY));
        assertThat(small.counters.value("area.mailbox.full")).isEqualTo(1);
    }

    @Test
    void shouldRefuseUnknownAreaType() {
        CompletableFuture<?> call = areas.places
                .enter(areas.session("ann"), new AreaId("moon", "1"))
                .toCompletableFuture();

        assertThat(failure(call)).hasMessageContaining("no area type 'moon'");
    }

    @Test
    void shouldCountSlowTurn() throws Exception {
        areas.call(LOBBY, (state, area) -> {
                    areas.advance(51);
                    return null;
                })
                .get();

        assertThat(areas.counters.value("area.turn.slow")).isEqualTo(1);
        assertThat(areas.figures.of("room").turns().countBelow(1 << 15))
                .isLessThan(areas.figures.of("room").turns().count());
    }

    @Test
    void shouldFollowATurnIntoItsAreaButNoTurnOfItsOwn() throws Exception {
        TracedWork request = TracedWork.begin(areas.tracer, Tracer.Kind.SERVER, "request", Work.NONE);
        areas.queueTurns();
        CompletableFuture<?> call = request.within(
                () -> areas.call(LOBBY, (state, area) -> Work.current().fields().get("area")));

        areas.runQueued();

        assertThat(call.get()).isEqualTo("room/lobby");
        assertThat(areas.tracer.ended()).containsExactly("2 INTERNAL test below 1");
    }

    @Test
    void shouldCloseWhenIdle() throws Exception {
        add(LOBBY, "x").get();

        areas.advance(60_000);
        areas.host.sweep();

        assertThat(areas.host.areas()).isEmpty();
        assertThat(behavior.everything).endsWith("close");
    }

    @Test
    void shouldStayOpenWhileSomebodyIsInside() throws Exception {
        areas.places.enter(areas.session("ann"), LOBBY).toCompletableFuture().get();

        areas.advance(60_000);
        areas.host.sweep();

        assertThat(areas.host.areas()).hasSize(1);
    }

    @Test
    void shouldOpenAnewForTurnThatWaitedBehindClosing() throws Exception {
        add(LOBBY, "old").get();
        areas.queueTurns();
        areas.advance(60_000);
        areas.host.sweep();
        CompletableFuture<?> late = areas.call(LOBBY, (state, area) -> state);

        areas.runQueued();

        assertThat(late.get()).isEqualTo(List.of("open room/lobby"));
    }

    @Test
    void shouldCloseByItsOwnWishAfterTheTurn() throws Exception {
        areas.call(LOBBY, (state, area) -> {
                    area.close();
                    return null;
                })
                .get();

        assertThat(behavior.everything).containsExactly("open room/lobby", "close");
        assertThat(areas.host.areas()).isEmpty();
    }

    @Test
    void shouldCloseAllThatHasNowhereToGoWhenCleared() throws Exception {
        add(LOBBY, "x").get();

        areas.host.clear().get();

        assertThat(behavior.everything).endsWith("close");
        assertThat(areas.host.areas()).isEmpty();
    }

    private CompletableFuture<?> add(AreaId id, String what) {
        return areas.call(id, (state, area) -> ((List<?>) state).size() > 0 && !what.isEmpty());
    }

    private static Throwable failure(CompletableFuture<?> call) {
        return catchThrowableOfType(ExecutionException.class, call::get).getCause();
    }

    /** Gives a second thread a moment to come here, too. */
    private static AreaBehavior<Object> meet(CountDownLatch both) {
        both.countDown();
        try {
            boolean unused = both.await(200, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError("Nobody interrupts tests.", e);
        }
        return area -> new Object();
    }
}
