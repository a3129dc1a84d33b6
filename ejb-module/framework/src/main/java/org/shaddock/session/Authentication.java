package org.shaddock.session;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.shaddock.api.Authenticator;
import org.shaddock.api.Credentials;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.HandlerException;
import org.shaddock.api.Identity;
import org.shaddock.flow.Allowances;
import org.shaddock.flow.Timer;

/**
 * Finds out who clients are, by the first of several ways that understands what they show. Wrong credentials turn a client away
 * whether or not any are required, and an address that has shown too many has to wait before it is heard again.
 */
public final class Authentication {

    /** What an address hears that has to wait. */
    public static final String THROTTLED = "Too many failed attempts from your address; wait a minute.";

    private static final Logger LOG = System.getLogger(Authentication.class.getName());
    private static final int MOST_ADDRESSES = 100_000;
    private static final double SECONDS_PER_MINUTE = 60;

    private final List<Authenticator> ways;
    private final AuthenticationTerms terms;
    private final Threads threads;
    private final Consumer<String> loginPolicy;
    private final Connector.Environment environment;
    private final Allowances<String> failures = new Allowances<>(MOST_ADDRESSES);

    /**
     * @param ways in the order they are asked
     * @param loginPolicy throws a HandlerException for a user who may not sign in now
     */
    public Authentication(
            List<Authenticator> ways,
            AuthenticationTerms terms,
            Threads threads,
            Consumer<String> loginPolicy,
            Connector.Environment environment) {
        this.ways = List.copyOf(ways);
        this.terms = terms;
        this.threads = threads;
        this.loginPolicy = loginPolicy;
        this.environment = environment;
    }

    /** Whether nobody asks, so that every client comes in as nobody. */
    boolean isOpen() {
        return ways.isEmpty() && !terms.required();
    }

    /** Ends with who it is, perhaps nobody, or with a HandlerException that says why the client has to go. Waits for nothing. */
    CompletableFuture<Identity> identify(Credentials credentials) {
        CompletableFuture<Identity> answer = new CompletableFuture<>();
        if (isThrottled(address(credentials))) {
            answer.completeExceptionally(refusal(THROTTLED));
            return answer;
        }
        Timer.Cancellation limit = threads.timer().schedule(() -> timeOut(answer), terms.timeoutMillis());
        CompletableFuture<Identity> unused = answer.whenComplete((identity, error) -> limit.cancel());
        try {
            threads.waiting().execute(() -> settle(credentials, answer));
        } catch (RejectedExecutionException e) {
            environment.counters().increment("authentication.busy");
            answer.completeExceptionally(refusal("Too many want to sign in at once; try again in a moment."));
        }
        return answer;
    }

    /** Whether an address has shown wrong credentials too often. */
    public boolean isThrottled(String address) {
        boolean spent = failures.isSpent(address, now());
        if (spent) {
            environment.counters().increment("authentication.throttled");
        }
        return spent;
    }

    /** Notes that an address has shown wrong credentials. */
    public void failed(String address) {
        environment.counters().increment("authentication.failed");
        boolean unused = failures.take(
                address, terms.failuresPerMinute(), terms.failuresPerMinute() / SECONDS_PER_MINUTE, now());
    }

    /** Forgets the addresses that are heard again. Call it now and then. */
    public void sweep() {
        failures.sweep(now());
    }

    private void settle(Credentials credentials, CompletableFuture<Identity> answer) {
        if (answer.isDone()) {
            return;
        }
        try {
            Identity identity = ask(credentials);
            if (!identity.userId().isEmpty()) {
                loginPolicy.accept(identity.userId());
            }
            answer.complete(identity);
        } catch (HandlerException e) {
            answer.completeExceptionally(e);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "It could not be found out who a client at " + address(credentials) + " is.", e);
            answer.completeExceptionally(refusal("The server cannot find out who you are; try again later."));
        }
    }

    private Identity ask(Credentials credentials) {
        try {
            for (Authenticator way : ways) {
                Identity found = way.authenticate(credentials).orElse(Identity.NOBODY);
                if (!found.userId().isEmpty()) {
                    return found;
                }
            }
        } catch (HandlerException e) {
            failed(address(credentials));
            throw e;
        }
        if (terms.required()) {
            throw refusal("This server wants to know who you are; sign in first.");
        }
        return Identity.NOBODY;
    }

    private void timeOut(CompletableFuture<Identity> answer) {
        if (answer.completeExceptionally(refusal("Finding out who you are took too long; try again."))) {
            environment.counters().increment("authentication.timeout");
        }
    }

    private long now() {
        return environment.nowMillis().getAsLong();
    }

    private static String address(Credentials credentials) {
        return credentials.client().address();
    }

    private static HandlerException refusal(String why) {
        return new HandlerException(ErrorCode.FORBIDDEN, why);
    }

    /**
     * What it runs on.
     *
     * @param waiting for ways that wait: threads that nothing else needs; refuses when too many wait
     * @param timer ends the wait
     */
    public record Threads(Executor waiting, Timer timer) {}
}
