package org.shaddock.remote;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.ErrorCode;
import org.shaddock.cluster.MemberId;
import org.shaddock.trace.Work;

/**
 * The questions this member waits for. A question ends once, by whoever takes it out of the table first: the answer, the
 * time-out, the loss of the other member, or the asker who gives up.
 */
final class Asking {

    private final PeerLink link;
    private final PeerSettings settings;
    private final Peers.Environment environment;
    private final Map<Long, Question> open = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private final LongAdder answered;

    Asking(PeerLink link, PeerSettings settings, Peers.Environment environment) {
        this.link = link;
        this.settings = settings;
        this.environment = environment;
        this.answered = environment.counters().of("remote.answered");
    }

    CompletableFuture<byte[]> ask(MemberId to, String service, byte[] payload, long waitMillis) {
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        if (open.size() >= settings.maxQuestions()) {
            environment.counters().increment("remote.refused.full");
            answer.completeExceptionally(
                    new DeliveryException(ErrorCode.TOO_BUSY, "Too many questions to other members are open."));
            return answer;
        }
        long id = lastId.incrementAndGet();
        open.put(id, new Question(to, environment.nowMillis().getAsLong() + waitMillis, answer));
        CompletableFuture<byte[]> unused = answer.whenComplete((bytes, error) -> giveUp(id));
        if (!link.send(
                to, new PeerMessage.Ask(id, waitMillis, service, Work.current().trace(), payload).toBytes())) {
            if (fail(id, ErrorCode.UNREACHABLE, to.name() + " is not there or does not keep up.")) {
                environment.counters().increment("remote.unreachable");
            }
        }
        return answer;
    }

    void answered(MemberId from, PeerMessage.Answer message) {
        Question question = take(from, message.id());
        if (question != null) {
            answered.increment();
            question.answer().complete(message.payload());
        }
    }

    void failed(MemberId from, PeerMessage.Failure message) {
        Question question = take(from, message.id());
        if (question != null) {
            environment.counters().increment("remote.failed");
            question.answer().completeExceptionally(Failures.read(message));
        }
    }

    /** A member can no longer answer. */
    void lost(MemberId member) {
        failAll(question -> question.to().equals(member), ErrorCode.UNREACHABLE, member.name() + " has left.");
    }

    /** Ends the questions whose time is up, and tells the members asked to stop working on them. */
    void sweep(long nowMillis) {
        open.forEach((id, question) -> {
            if (question.deadlineMillis() <= nowMillis) {
                timeOut(id, question);
            }
        });
    }

    void endAll(String reason) {
        failAll(question -> true, ErrorCode.UNREACHABLE, reason);
    }

    int size() {
        return open.size();
    }

    private void timeOut(long id, Question question) {
        String member = question.to().name();
        if (fail(id, ErrorCode.TIMED_OUT, "No answer from " + member + " in time.")) {
            environment.counters().increment("remote.timeout");
            link.send(question.to(), new PeerMessage.Cancel(id).toBytes());
        }
    }

    /** The answer was completed by somebody; if the question is still open it was the asker. */
    private void giveUp(long id) {
        Question question = open.remove(id);
        if (question != null) {
            environment.counters().increment("remote.cancelled");
            link.send(question.to(), new PeerMessage.Cancel(id).toBytes());
        }
    }

    /** The question an answer is for, unless it has ended or was asked of another member. */
    private @Nullable Question take(MemberId from, long id) {
        Question question = open.get(id);
        boolean matches = question != null && question.to().equals(from) && open.remove(id, question);
        return matches ? question : null;
    }

    private void failAll(Predicate<Question> which, int code, String message) {
        open.forEach((id, question) -> {
            if (which.test(question) && fail(id, code, message)) {
                environment.counters().increment("remote.unreachable");
            }
        });
    }

    private boolean fail(long id, int code, String message) {
        Question question = open.remove(id);
        return question != null && question.answer().completeExceptionally(new DeliveryException(code, message));
    }

    private record Question(MemberId to, long deadlineMillis, CompletableFuture<byte[]> answer) {}
}
