package org.shaddock.remote.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shaddock.api.AreaId;
import org.shaddock.api.HandlerException;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberId;
import org.shaddock.remote.FixedMembership;
import org.shaddock.remote.SimulatedNetwork.Faults;

class RemoteCallTest {

    private final CallCluster cluster = new CallCluster(1, Faults.NONE);
    private final CallCluster.Node caller = cluster.start("caller", "gate");
    private final RecordingScore atB = new RecordingScore("b");
    private final RecordingScore atC = new RecordingScore("c");
    private final RecordingScore atD = new RecordingScore("d");

    RemoteCallTest() {
        cluster.start("b", "score").serve(Score.class, atB);
        cluster.start("c", "score").serve(Score.class, atC);
        cluster.start("d", "score").serve(Score.class, atD);
    }

    @Test
    void shouldBringTheResult() {
        assertThat(cluster.outcome(caller.call(Score.class).names(List.of("x", "y"))))
                .isEqualTo("[x, y]");
    }

    @Test
    void shouldGoWhereTheKeySays() {
        Set<Object> servers = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            servers.add(cluster.outcome(caller.call(Score.class).of("ann")));
        }

        assertThat(servers).hasSize(1);
    }

    @Test
    void shouldGoWhereAnotherMemberWouldSendTheSameKey() {
        Object fromCaller = cluster.outcome(caller.call(Score.class).of("ann"));

        assertThat(cluster.outcome(cluster.node("b").call(Score.class).of("ann")))
                .isEqualTo(fromCaller);
    }

    @Test
    void shouldSpreadKeys() {
        assertThat(served(100, i -> caller.call(Score.class).of("player" + i))).containsOnly("b", "c", "d");
        assertThat(served(100, i -> caller.call(Score.class).onRing("player" + i)))
                .containsOnly("b", "c", "d");
    }

    @Test
    void shouldSpreadCallsWithoutAKey() {
        assertThat(served(50, i -> caller.call(Score.class).any())).containsOnly("b", "c", "d");
    }

    @Test
    void shouldTakeTurns() {
        assertThat(served(6, i -> caller.call(Score.class).inTurn())).containsExactly("b", "c", "d", "b", "c", "d");
    }

    @Test
    void shouldFollowTheWeights() {
        Member loaded = FixedMembership.member(new MemberId("c", "1"), "score").withLoad(1);
        caller.membership.update(loaded);

        assertThat(served(20, i -> caller.call(Score.class).byWeight())).containsOnly("c");
    }

    @Test
    void shouldFollowTheGamesOwnRouter() {
        assertThat(served(5, i -> caller.call(Score.class).byGame())).containsOnly("d");
    }

    @Test
    void shouldAvoidBusyMembers() {
        caller.router.active().begin(cluster.node("b").id);
        caller.router.active().begin(cluster.node("c").id);

        assertThat(served(10, i -> caller.call(Score.class).byLeastActive())).containsOnly("d");
    }

    @Test
    void shouldCountCallsDownHoweverTheyEnd() {
        atB.answering(CompletableFuture::new);
        atC.answering(() -> CompletableFuture.failedFuture(new HandlerException(1, "no")));
        IntStream.range(0, 30).forEach(i -> caller.call(Score.class).inTurn());
        cluster.network.run(5000);

        assertThat(caller.router.active().members()).isZero();
    }

    @Test
    void shouldReachAMemberByName() {
        assertThat(cluster.outcome(caller.remotes.onMember(Score.class, "c").any()))
                .isEqualTo("c");
        assertThat(cluster.outcome(caller.remotes.onMember(Score.class, "x").any()))
                .isEqualTo("DeliveryException 1502 There is no member x.");
    }

    @Test
    void shouldRouteByAKeyGivenApart() {
        assertThat(served(10, i -> caller.remotes.withKey(Score.class, "ann").any()).stream()
                        .distinct())
                .hasSize(1);
    }

    @Test
    void shouldNameTheMembersOfAType() {
        assertThat(caller.remotes.members("score")).containsExactly("b", "c", "d");
    }

    @Test
    void shouldCopyArgumentsAlsoWithinTheMember() {
        List<String> names = new ArrayList<>(List.of("x"));
        CompletionStage<List<String>> copy =
                cluster.node("b").remotes.onMember(Score.class, "b").names(names);
        names.add("y");

        assertThat(cluster.outcome(copy)).isEqualTo("[x]");
    }

    @Test
    void shouldCarryTheImplementationsError() {
        atB.answering(() -> {
            throw new HandlerException(4711, "No such player.");
        });

        assertThat(cluster.outcome(caller.remotes.onMember(Score.class, "b").any()))
                .isEqualTo("HandlerException 4711 No such player.");
    }

    @Test
    void shouldKeepTheDetailsOfABug() {
        atB.answering(() -> {
            throw new IllegalStateException("password 1234");
        });

        assertThat(cluster.outcome(caller.remotes.onMember(Score.class, "b").any()))
                .isEqualTo("HandlerException 500 The call failed on the other member.");
    }

    @Test
    void shouldFailWhenNobodyServesTheType() {
        List.of("b", "c", "d").forEach(cluster::crash);

        assertThat(cluster.outcome(caller.call(Score.class).any()))
                .isEqualTo("DeliveryException 1502 No member serves score.");
    }

    @Test
    void shouldTimeOut() {
        atB.answering(CompletableFuture::new);

        assertThat(cluster.outcome(caller.remotes.onMember(Score.class, "b").any()))
                .isEqualTo("DeliveryException 1408 No answer from b in time.");
    }

    @Test
    void shouldCallTheImplementationsStageOffWhenTheCallerGivesUp() {
        CompletableFuture<String> work = new CompletableFuture<>();
        atB.answering(() -> work);
        CompletionStage<String> result =
                caller.remotes.onMember(Score.class, "b").any();
        cluster.network.run(10);
        result.toCompletableFuture().cancel(true);
        cluster.network.run(10);

        assertThat(work).isCancelled();
    }

    @Test
    void shouldGoOnAfterAVoidCall() {
        caller.remotes.onMember(Score.class, "b").forget("it");
        List<String> before = List.copyOf(atB.heard);
        cluster.network.run(10);

        assertThat(before).isEmpty();
        assertThat(atB.heard).containsExactly("it");
    }

    @Test
    void shouldRunInTheTurnOfTheAreaThatIsTheKey() {
        CallCluster withAreas = new CallCluster(1, Faults.NONE);
        OneRoom room = new OneRoom(new MemberId("b", "1"));
        withAreas.areas = room;
        RecordingScore score = new RecordingScore("b");
        CallCluster.Node other = withAreas.start("caller", "gate");
        withAreas.start("b", "score").serve(Score.class, score);

        assertThat(withAreas.outcome(other.call(Score.class).inRoom(OneRoom.ID)))
                .isEqualTo("b");
        assertThat(withAreas.outcome(
                        other.remotes.inArea(Score.class, OneRoom.ID).any()))
                .isEqualTo("b");
        assertThat(room.turns).isEqualTo(2);
    }

    @Test
    void shouldRefuseToWaitInATurn() {
        CallCluster withAreas = new CallCluster(1, Faults.NONE);
        withAreas.areas = new OneRoom(new MemberId("b", "1"));
        Score score = withAreas.start("b", "score").call(Score.class);

        assertThatIllegalStateException()
                .isThrownBy(score::now)
                .withMessageEndingWith("Score.now would block an area's turn: let it return a CompletionStage.");
    }

    @Test
    void shouldFailWhenTheAreaIsNowhere() {
        assertThat(cluster.outcome(caller.call(Score.class).inRoom(new AreaId("room", "2"))))
                .isEqualTo("DeliveryException 1502 There is no area room/2.");
    }

    @Test
    void shouldRunDefaultMethodsWhereTheyAreCalled() {
        assertThat(caller.call(Score.class).local()).isEqualTo("here");
    }

    @Test
    void shouldBeEqualToItselfAlone() {
        Score score = caller.call(Score.class);

        assertThat(score).isEqualTo(score).hasSameHashCodeAs(score).isNotEqualTo(caller.call(Score.class));
        assertThat(score).hasToString(Score.class.getName() + " ByArguments[]");
    }

    @Test
    void shouldRefuseWhatIsNoRemoteInterface() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> caller.call(Runnable.class))
                .withMessage("java.lang.Runnable is no interface with @Remote.");
    }

    private List<String> served(int calls, IntFunction<CompletionStage<String>> call) {
        return IntStream.range(0, calls)
                .mapToObj(i -> String.valueOf(cluster.outcome(call.apply(i))))
                .toList();
    }

    /** One area, on one member. */
    private static final class OneRoom implements AreaAccess {

        static final AreaId ID = new AreaId("room", "1");
        private final MemberId holder;
        private int turns;

        OneRoom(MemberId holder) {
            this.holder = holder;
        }

        @Override
        public CompletionStage<MemberId> holder(AreaId area) {
            return CompletableFuture.completedFuture(holder);
        }

        @Override
        public CompletionStage<?> turn(AreaId area, Supplier<? extends CompletionStage<?>> step) {
            turns++;
            return step.get();
        }

        @Override
        public boolean isInTurn() {
            return true;
        }
    }
}
