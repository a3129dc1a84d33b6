package org.shaddock.grid;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.shaddock.testing.Eventually.holds;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shaddock.cluster.Ballot;
import org.shaddock.cluster.MemberId;

/** What holds for every {@link Ballot}, whatever the grid is made of. */
public abstract class BallotContract {

    private static final String NAME = "lease";

    private final List<String> answers = new CopyOnWriteArrayList<>();

    private Members members;
    private Grid a;
    private Grid b;
    private Grid c;

    protected abstract Members members();

    @BeforeEach
    void join() {
        members = members();
        a = voting("a");
        b = voting("b");
        c = voting("c");
    }

    @AfterEach
    void leave() {
        members.close();
    }

    @Test
    void shouldPutTheQuestionToAllOthersReadyOrNot() {
        ask(a, "who?");
        holds(() -> answers.size() == 2);

        assertThat(answers)
                .containsExactlyInAnyOrder(
                        id(b) + " says: b heard who? from " + id(a), id(c) + " says: c heard who? from " + id(a));
    }

    @Test
    void shouldKeepQuestionsApart() {
        List<String> others = new CopyOnWriteArrayList<>();
        ask(a, "one");
        a.ballot(NAME).ask("two".getBytes(UTF_8), (member, answer) -> others.add(new String(answer, UTF_8)));
        holds(() -> answers.size() == 2 && others.size() == 2);

        assertThat(answers).allMatch(text -> text.contains("one"));
        assertThat(others).allMatch(text -> text.contains("two"));
    }

    @Test
    void shouldKeepBallotsApart() {
        List<String> claims = new CopyOnWriteArrayList<>();
        b.ballot("claim").answerWith((asker, question) -> "only b".getBytes(UTF_8));
        a.ballot("claim").ask("x".getBytes(UTF_8), (member, answer) -> claims.add(new String(answer, UTF_8)));
        ask(a, "y");
        holds(() -> claims.size() == 1 && answers.size() == 2);

        assertThat(claims).containsExactly("only b");
    }

    @Test
    void shouldGiveTheSameEndForTheSameName() {
        assertThat(a.ballot(NAME)).isSameAs(a.ballot(NAME));
    }

    @Test
    void shouldBringNoAnswerOfWhoHasNone() {
        b.ballot("some").answerWith((asker, question) -> new byte[0]);
        c.ballot("some").answerWith((asker, question) -> new byte[] {1});
        List<MemberId> answered = new CopyOnWriteArrayList<>();
        a.ballot("some").ask(new byte[0], (member, answer) -> answered.add(member));
        a.ballot("some").ask(new byte[0], (member, answer) -> answered.add(member));
        holds(() -> answered.size() == 2);

        assertThat(answered).containsOnly(id(c));
    }

    @Test
    void shouldBringNoAnswerOnceThePollIsClosed() {
        CountDownLatch closed = new CountDownLatch(1);
        Ballot.Voter late = (asker, question) -> {
            awaitQuietly(closed);
            return new byte[] {1};
        };
        b.ballot("late").answerWith(late);
        List<MemberId> answered = new CopyOnWriteArrayList<>();
        a.ballot("late")
                .ask(new byte[0], (member, answer) -> answered.add(member))
                .close();
        closed.countDown();
        ask(a, "is it through?");
        holds(() -> answers.size() == 2);

        assertThat(answered).isEmpty();
    }

    @Test
    void shouldLetAMemberAskThatHearsAnother() {
        BiConsumer<MemberId, byte[]> heard = (member, answer) -> answers.add(new String(answer, UTF_8));
        b.ballot("nested").answerWith((asker, question) -> {
            Ballot.Poll unused = b.ballot(NAME).ask(question, heard);
            return new byte[] {1};
        });
        a.ballot("nested").ask("passed on".getBytes(UTF_8), (member, answer) -> {});

        holds(() -> answers.contains("a heard passed on from " + id(b))
                && answers.contains("c heard passed on from " + id(b)));
    }

    @Test
    void shouldNotWaitForAMemberThatIsKilled() {
        members.kill(c);
        ask(a, "who is left?");
        holds(() -> !answers.isEmpty());

        assertThat(answers).containsExactly(id(b) + " says: b heard who is left? from " + id(a));
    }

    @Test
    void shouldHearAMemberThatStartsAgain() {
        MemberId before = id(c);
        members.kill(c);
        Grid again = voting("c");
        ask(a, "who?");
        holds(() -> answers.size() == 2);

        assertThat(answers).anyMatch(text -> text.startsWith(id(again) + " says"));
        assertThat(answers).noneMatch(text -> text.startsWith(before + " says"));
    }

    @Test
    void shouldAskAndAnswerUnderTheNewLifeAfterARebirth() {
        a.membership().beReborn();
        ask(a, "new asker");
        ask(b, "new answerer");
        holds(() -> answers.size() == 4);

        assertThat(answers)
                .contains(id(b) + " says: b heard new asker from " + id(a))
                .contains(id(a) + " says: a heard new answerer from " + id(b));
    }

    @Test
    void shouldGoOnWhenAVoterFails() {
        b.ballot(NAME).answerWith((asker, question) -> {
            throw new IllegalArgumentException("a voter that cannot read the question");
        });
        ask(a, "first");
        holds(() -> answers.size() == 1);
        b.ballot(NAME).answerWith(voter(b));
        ask(a, "second");

        holds(() -> answers.contains(id(b) + " says: b heard second from " + id(a)));
    }

    @Test
    void shouldBringManyAnswers() {
        for (int i = 0; i < 1000; i++) {
            ask(a, "question " + i);
        }

        holds(() -> answers.size() == 2000);
    }

    @Test
    void shouldNotAnswerOnceItIsClosed() {
        c.close();
        ask(c, "nobody hears this");
        ask(a, "who?");
        holds(() -> !answers.isEmpty());

        assertThat(answers).containsExactly(id(b) + " says: b heard who? from " + id(a));
    }

    private Grid voting(String name) {
        Grid member = members.join(name);
        member.ballot(NAME).answerWith(voter(member));
        return member;
    }

    private static Ballot.Voter voter(Grid member) {
        return (asker, question) ->
                (id(member).name() + " heard " + new String(question, UTF_8) + " from " + asker).getBytes(UTF_8);
    }

    private void ask(Grid member, String question) {
        Ballot.Poll unused = member.ballot(NAME)
                .ask(
                        question.getBytes(UTF_8),
                        (answerer, answer) -> answers.add(answerer + " says: " + new String(answer, UTF_8)));
    }

    private static MemberId id(Grid member) {
        return member.membership().self();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
