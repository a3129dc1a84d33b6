package org.shaddock.remote;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.HandlerException;
import org.shaddock.cluster.MemberId;
import org.shaddock.flow.Causes;
import org.shaddock.trace.Work;

/** The services of this member and the questions of others it is working on. */
final class Serving {

    private static final Logger LOG = System.getLogger(Peers.class.getName());

    private final PeerLink link;
    private final PeerSettings settings;
    private final Peers.Environment environment;
    private final Map<String, PeerService> services = new ConcurrentHashMap<>();
    private final Map<Key, UnderWay> underWay = new ConcurrentHashMap<>();

    Serving(PeerLink link, PeerSettings settings, Peers.Environment environment) {
        this.link = link;
        this.settings = settings;
        this.environment = environment;
    }

    void serve(String service, PeerService handler) {
        if (services.putIfAbsent(service, handler) != null) {
            throw new IllegalStateException("The service " + service + " is served already.");
        }
    }

    void asked(MemberId from, PeerMessage.Ask ask) {
        CompletableFuture<byte[]> answer = underWay.size() >= settings.maxQuestions()
                ? CompletableFuture.failedFuture(
                        new DeliveryException(ErrorCode.TOO_BUSY, "Too many questions are under way."))
                : traced(from, ask);
        Key key = new Key(from, ask.id());
        underWay.put(key, new UnderWay(environment.nowMillis().getAsLong() + ask.waitMillis(), answer));
        CompletableFuture<byte[]> unused = answer.whenComplete((payload, error) -> {
            if (underWay.remove(key) != null) {
                ended(from, ask, payload, error);
            }
        });
    }

    /** What needs no answer is never refused: nobody would learn of it. */
    void told(MemberId from, PeerMessage.Tell tell) {
        CompletableFuture<byte[]> unused = started(from, tell.service(), tell.payload())
                .whenComplete((payload, error) -> note(tell.service(), from, error));
    }

    void cancelled(MemberId from, PeerMessage.Cancel cancel) {
        UnderWay work = underWay.remove(new Key(from, cancel.id()));
        if (work != null) {
            environment.counters().increment("remote.served.cancelled");
            work.answer().cancel(false);
        }
    }

    /** Stops the work for a member that is gone. */
    void lost(MemberId member) {
        stop((key, work) -> key.from().equals(member));
    }

    /** Stops the work that nobody waits for any more. */
    void sweep(long nowMillis) {
        stop((key, work) -> work.deadlineMillis() <= nowMillis);
    }

    void stopAll() {
        stop((key, work) -> true);
    }

    int size() {
        return underWay.size();
    }

    /** What is done for the asker belongs to what the asker did. */
    private CompletableFuture<byte[]> traced(MemberId from, PeerMessage.Ask ask) {
        Work before = Work.NONE.under(ask.trace()).enter();
        try {
            return started(from, ask.service(), ask.payload());
        } finally {
            before.resume();
        }
    }

    private CompletableFuture<byte[]> started(MemberId from, String service, byte[] payload) {
        PeerService handler = services.get(service);
        if (handler == null) {
            return CompletableFuture.failedFuture(
                    new DeliveryException(ErrorCode.UNREACHABLE, "Nothing here serves " + service + "."));
        }
        try {
            return handler.handle(from, payload).toCompletableFuture();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void ended(MemberId from, PeerMessage.Ask ask, byte @Nullable [] payload, @Nullable Throwable error) {
        note(ask.service(), from, error);
        PeerMessage message = payload == null
                ? Failures.written(ask.id(), error == null ? new NullPointerException() : error)
                : new PeerMessage.Answer(ask.id(), payload);
        if (!link.send(from, message.toBytes())) {
            environment.counters().increment("remote.answer.lost");
        }
    }

    private void note(String service, MemberId from, @Nullable Throwable error) {
        if (error != null && Causes.find(HandlerException.class, error).isEmpty()) {
            environment.counters().increment("remote.served.failed");
            LOG.log(Level.ERROR, "The service " + service + " failed for " + from + ".", error);
        }
    }

    private void stop(BiPredicate<Key, UnderWay> which) {
        underWay.forEach((key, work) -> {
            if (which.test(key, work) && underWay.remove(key, work)) {
                work.answer().cancel(false);
            }
        });
    }

    private record Key(MemberId from, long id) {}

    private record UnderWay(long deadlineMillis, CompletableFuture<byte[]> answer) {}
}
