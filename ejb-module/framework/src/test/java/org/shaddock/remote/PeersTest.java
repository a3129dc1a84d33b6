package org.shaddock.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.shaddock.remote.PeerPair.A;
import static org.shaddock.remote.PeerPair.B;
import static org.shaddock.remote.PeerPair.bytes;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.shaddock.api.HandlerException;
import org.shaddock.cluster.MemberId;
import org.shaddock.remote.SimulatedNetwork.Faults;

class PeersTest {

    private final PeerPair pair = new PeerPair(1, Faults.NONE);

    @Test
    void shouldBringTheAnswer() {
        pair.b.peers.serve("echo", (from, payload) -> CompletableFuture.completedFuture(payload));

        assertThat(pair.asked("echo", "hello")).isEqualTo("hello");
    }

    @Test
    void shouldSayWhoAsks() {
        pair.b.peers.serve("who", (from, payload) -> CompletableFuture.completedFuture(bytes(from.toString())));

        assertThat(pair.asked("who", "")).isEqualTo("a@1");
    }

    @Test
    void shouldAnswerItself() {
        pair.a.peers.serve("echo", (from, payload) -> CompletableFuture.completedFuture(payload));

        assertThat(pair.outcome(pair.a.peers.ask(A, "echo", bytes("me")))).isEqualTo("me");
    }

    @Test
    void shouldAskInOrder() {
        List<String> heard = new ArrayList<>();
        pair.b.peers.serve("note", (from, payload) -> {
            heard.add(new String(payload, UTF_8));
            return new CompletableFuture<>();
        });
        pair.a.peers.ask(B, "note", bytes("1"));
        pair.a.peers.tell(B, "note", bytes("2"));
        pair.a.peers.ask(B, "note", bytes("3"));
        pair.network.run(10);

        assertThat(heard).containsExactly("1", "2", "3");
    }

    @Test
    void shouldCarryCodeAndMessageOfAnError() {
        pair.b.peers.serve("refuse", (from, payload) -> {
            throw new HandlerException(4711, "No such sword.");
        });

        assertThat(pair.asked("refuse", "")).isEqualTo("HandlerException 4711 No such sword.");
    }

    @Test
    void shouldKeepTheDetailsOfAnUnforeseenFailure() {
        pair.b.peers.serve(
                "fail", (from, payload) -> CompletableFuture.failedFuture(new IllegalStateException("password 1234")));

        assertThat(pair.asked("fail", "")).isEqualTo("HandlerException 500 The other member failed.");
    }

    @Test
    void shouldCutLongErrorMessages() {
        pair.b.peers.serve("refuse", (from, payload) -> {
            throw new HandlerException(1, "x".repeat(100_000));
        });

        assertThat(pair.asked("refuse", "")).hasSizeLessThan(1100);
    }

    @Test
    void shouldFailWhenNobodyServes() {
        assertThat(pair.asked("nothing", "")).startsWith("DeliveryException 1502");
    }

    @Test
    void shouldFailAtOnceWhenTheMemberIsNotThere() {
        pair.a.membership.leave(B);
        CompletableFuture<byte[]> answer = pair.a.peers.ask(B, "echo", bytes(""));

        assertThat(answer).isCompletedExceptionally();
        assertThat(pair.outcome(answer)).startsWith("DeliveryException 1502");
    }

    @Test
    void shouldFailAtOnceWhenTheMemberLeaves() {
        pair.b.peers.serve("never", (from, payload) -> new CompletableFuture<>());
        CompletableFuture<byte[]> answer = pair.a.peers.ask(B, "never", bytes(""));
        pair.network.run(10);
        pair.a.membership.leave(B);

        assertThat(pair.outcome(answer)).isEqualTo("DeliveryException 1502 b has left.");
    }

    @Test
    void shouldTimeOutWhenNobodyAnswers() {
        pair.b.peers.serve("never", (from, payload) -> new CompletableFuture<>());

        assertThat(pair.asked("never", "")).startsWith("DeliveryException 1408");
        assertThat(pair.a.peers.questions()).isZero();
    }

    @Test
    void shouldTimeOutWhenTheNetworkIsCut() {
        pair.network.lose(1);

        assertThat(pair.asked("echo", "")).startsWith("DeliveryException 1408");
    }

    @Test
    void shouldKeepToTheTimeTheAskerSets() {
        pair.b.peers.serve("never", (from, payload) -> new CompletableFuture<>());
        long start = pair.network.nowMillis();
        CompletableFuture<byte[]> answer = pair.a.peers.ask(B, "never", bytes(""), 250);
        pair.network.runUntil(answer::isDone, 10_000);

        assertThat(pair.network.nowMillis() - start).isBetween(250L, 360L);
    }

    @Test
    void shouldCallTheWorkOffWhenTheAskerGivesUp() {
        CompletableFuture<byte[]> work = new CompletableFuture<>();
        pair.b.peers.serve("slow", (from, payload) -> work);
        CompletableFuture<byte[]> answer = pair.a.peers.ask(B, "slow", bytes(""));
        pair.network.run(10);
        answer.cancel(true);
        pair.network.run(10);

        assertThat(work).isCancelled();
        assertThat(pair.b.peers.underWay()).isZero();
    }

    @Test
    void shouldCallTheWorkOffWhenItsTimeIsUp() {
        CompletableFuture<byte[]> work = new CompletableFuture<>();
        pair.b.peers.serve("slow", (from, payload) -> work);
        pair.a.peers.ask(B, "slow", bytes(""), 500);
        pair.network.run(1000);

        assertThat(work).isCancelled();
    }

    @Test
    void shouldCallTheWorkOffWhenTheAskerIsGone() {
        CompletableFuture<byte[]> work = new CompletableFuture<>();
        pair.b.peers.serve("slow", (from, payload) -> work);
        pair.a.peers.ask(B, "slow", bytes(""));
        pair.network.run(10);
        pair.b.membership.leave(A);

        assertThat(work).isCancelled();
    }

    @Test
    void shouldIgnoreAnAnswerThatComesTooLate() {
        CompletableFuture<byte[]> work = new CompletableFuture<>();
        pair.b.peers.serve("slow", (from, payload) -> work.thenApply(bytes -> bytes));
        CompletableFuture<byte[]> answer = pair.a.peers.ask(B, "slow", bytes(""), 100);
        pair.network.run(1000);
        work.complete(bytes("late"));
        pair.network.run(1000);

        assertThat(pair.outcome(answer)).startsWith("DeliveryException 1408");
    }

    @Test
    void shouldIgnoreAnAnswerFromAnybodyButTheOneAsked() {
        pair.b.peers.serve("never", (from, payload) -> new CompletableFuture<>());
        CompletableFuture<byte[]> answer = pair.a.peers.ask(B, "never", bytes(""));
        pair.a.link.send(A, new PeerMessage.Answer(1, bytes("forged")).toBytes());
        pair.network.run(100);

        assertThat(answer).isNotDone();
    }

    @Test
    void shouldEndAllQuestionsWhenReborn() {
        pair.b.peers.serve("never", (from, payload) -> new CompletableFuture<>());
        CompletableFuture<byte[]> answer = pair.a.peers.ask(B, "never", bytes(""));
        pair.a.membership.reborn(new MemberId("a", "2"));

        assertThat(pair.outcome(answer)).startsWith("DeliveryException 1502");
    }

    @Test
    void shouldEndAllQuestionsWhenClosed() {
        pair.b.peers.serve("never", (from, payload) -> new CompletableFuture<>());
        CompletableFuture<byte[]> answer = pair.a.peers.ask(B, "never", bytes(""));
        pair.a.peers.close();

        assertThat(pair.outcome(answer)).startsWith("DeliveryException 1502");
    }

    @Test
    void shouldFailWhatTheOtherSideHasForgotten() {
        pair.b.peers.serve("never", (from, payload) -> new CompletableFuture<>());
        CompletableFuture<byte[]> answer = pair.a.peers.ask(B, "never", bytes(""));
        pair.network.run(100);
        pair.b.peers.tell(A, "hello", bytes(""));
        pair.network.run(100);
        pair.b.membership.leave(A);
        pair.b.membership.join(A);
        pair.b.peers.tell(A, "hello again", bytes(""));
        pair.network.run(100);

        assertThat(pair.outcome(answer)).startsWith("DeliveryException 1502");
    }

    @Test
    void shouldBoundTheOpenQuestions() {
        pair.b.peers.serve("never", (from, payload) -> new CompletableFuture<>());
        List<CompletableFuture<byte[]>> answers = new ArrayList<>();
        for (int i = 0; i < 101; i++) {
            answers.add(pair.a.peers.ask(B, "never", bytes("")));
        }

        assertThat(answers.get(99)).isNotDone();
        assertThat(pair.outcome(answers.get(100))).startsWith("DeliveryException 1503");
    }

    @Test
    void shouldSurviveWhatIsNoMessage() {
        pair.b.peers.serve("echo", (from, payload) -> CompletableFuture.completedFuture(payload));
        Random random = new Random(5);
        for (int i = 0; i < 5000; i++) {
            byte[] noise = new byte[random.nextInt(30)];
            random.nextBytes(noise);
            pair.a.link.send(B, noise);
            pair.network.run(1);
        }

        assertThat(pair.counters.value("remote.malformed")).isGreaterThan(1000);
        assertThat(pair.asked("echo", "still there")).isEqualTo("still there");
    }

    @Test
    void shouldRefuseASecondHandler() {
        pair.b.peers.serve("echo", (from, payload) -> CompletableFuture.completedFuture(payload));

        assertThatIllegalStateException()
                .isThrownBy(() -> pair.b.peers.serve("echo", (from, payload) -> new CompletableFuture<>()));
    }
}
