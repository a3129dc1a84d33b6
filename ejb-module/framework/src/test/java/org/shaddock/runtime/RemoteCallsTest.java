package org.shaddock.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shaddock.api.CallPolicy;
import org.shaddock.api.CallRouter;
import org.shaddock.api.HandlerException;
import org.shaddock.api.Outcome;
import org.shaddock.api.Remote;
import org.shaddock.api.RemoteCall;
import org.shaddock.api.RemoteFilter;
import org.shaddock.api.Router;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.PublicAddress;
import org.shaddock.grid.Grid;
import org.shaddock.grid.LocalGrid;
import org.shaddock.metrics.Counters;
import org.shaddock.remote.PeerSettings;
import org.shaddock.remote.Peers;
import org.shaddock.remote.call.AreaAccess;
import org.shaddock.remote.call.RemoteDefinitionException;
import org.shaddock.remote.link.LinkLimits;
import org.shaddock.remote.link.OrderedLink;
import org.shaddock.trace.Tracer;

/** Two members put together as the server does it, each with its own server types. */
class RemoteCallsTest {

    private static final Set<String> EVERYTHING = Set.of("bank", "hall");

    private final LocalGrid grid = new LocalGrid(Runnable::run);
    private final List<RemoteFilter> filters = new ArrayList<>();

    @Test
    void shouldCallTheMemberThatRunsTheServerType() {
        RemoteCalls blue = member("blue", 0, Set.of("hall"));
        member("green", 0, Set.of("bank"));

        assertThat(said(blue.remotes().of(Bank.class).open("ann"))).isEqualTo("green has ann");
    }

    @Test
    void shouldCallItselfAsAnybody() {
        RemoteCalls blue = member("blue", 0, EVERYTHING);

        assertThat(said(blue.remotes().of(Bank.class).open("ann"))).isEqualTo("blue has ann");
    }

    @Test
    void shouldSayWhichServerTypesItServes() {
        assertThat(member("blue", 0, EVERYTHING).serverTypes()).containsExactly("bank");
        assertThat(member("green", 0, Set.of("hall")).serverTypes()).isEmpty();
    }

    @Test
    void shouldFailWhenNobodyRunsTheServerType() {
        RemoteCalls blue = member("blue", 0, Set.of("hall"));

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> said(blue.remotes().of(Bank.class).open("ann")))
                .withCauseInstanceOf(HandlerException.class)
                .withMessageContaining("No member serves bank.");
    }

    @Test
    void shouldChooseByLoadTheMoreOftenTheLessThereIs() {
        RemoteCalls idle = member("idle", 0, EVERYTHING);
        member("busy", 99, EVERYTHING);
        Bank bank = idle.remotes().of(Bank.class);
        long atIdle = IntStream.range(0, 200)
                .filter(i -> said(bank.byWeight()).equals("idle"))
                .count();

        assertThat(atIdle).isGreaterThan(180);
    }

    @Test
    void shouldAskTheGamesOwnRouter() {
        RemoteCalls blue = member("blue", 0, EVERYTHING);
        member("red", 0, EVERYTHING);

        assertThat(said(blue.remotes().of(Bank.class).byGame())).isEqualTo("red");
    }

    @Test
    void shouldRunTheGamesFiltersOnBothSides() {
        List<String> passed = new ArrayList<>();
        filters.add(new RemoteFilter() {

            @Override
            public void afterCall(RemoteCall call, Outcome outcome) {
                passed.add("called by " + call.caller());
            }

            @Override
            public void afterServe(RemoteCall call, Outcome outcome) {
                passed.add("served " + call.method());
            }
        });
        RemoteCalls blue = member("blue", 0, EVERYTHING);
        said(blue.remotes().of(Bank.class).open("ann"));

        assertThat(passed).containsExactlyInAnyOrder("called by blue", "served open");
    }

    @Test
    void shouldRefuseTwoThatImplementTheSame() {
        RemoteGame.Service bank = new RemoteGame.Service(Bank.class, () -> new NamedBank("a"));

        assertThatExceptionOfType(RemoteDefinitionException.class)
                .isThrownBy(() -> member("blue", 0, EVERYTHING, List.of(bank, bank)))
                .withMessageStartingWith("Two beans implement " + Bank.class.getName());
    }

    @Test
    void shouldNotMindTwoThatImplementWhatThisMemberDoesNotServe() {
        RemoteGame.Service bank = new RemoteGame.Service(Bank.class, () -> new NamedBank("a"));

        assertThat(member("blue", 0, Set.of("hall"), List.of(bank, bank)).serverTypes())
                .isEmpty();
    }

    private static String said(CompletionStage<String> stage) {
        return stage.toCompletableFuture().join();
    }

    private RemoteCalls member(String name, long load, Set<String> serverTypes) {
        return member(name, load, serverTypes, List.of(new RemoteGame.Service(Bank.class, () -> new NamedBank(name))));
    }

    private RemoteCalls member(String name, long load, Set<String> serverTypes, List<RemoteGame.Service> services) {
        Grid end = grid.join(name);
        Counters counters = new Counters();
        OrderedLink link = new OrderedLink(
                end.membership(),
                end.wire(),
                LinkLimits.DEFAULT,
                new OrderedLink.Environment(Runnable::run, () -> 1000, counters));
        Peers peers = new Peers(
                link, end.membership(), new PeerSettings(5000, 100), new Peers.Environment(() -> 1000, counters));
        RemoteCalls calls = new RemoteCalls(
                new RemoteCalls.Links(peers, end.membership()),
                new RemoteGame(services, filters, router -> new LastMember()),
                serverTypes::contains,
                new RemoteCalls.Surroundings(
                        Runnable::run,
                        (action, delayMillis) -> () -> {},
                        AreaAccess.NONE,
                        new Random(1)::nextDouble,
                        5000,
                        Tracer.NONE));
        end.membership()
                .announce(new Member(
                        end.membership().self(), serverTypes, new PublicAddress("127.0.0.1", 0, 0), load, false));
        return calls;
    }

    /** Seen by this package alone, as a game's interface may be. */
    @Remote("bank")
    interface Bank {

        CompletionStage<String> open(String account);

        @CallPolicy(router = Router.WEIGHTED)
        CompletionStage<String> byWeight();

        @CallPolicy(custom = LastMember.class)
        CompletionStage<String> byGame();
    }

    private record NamedBank(String name) implements Bank {

        @Override
        public CompletionStage<String> open(String account) {
            return CompletableFuture.completedFuture(name + " has " + account);
        }

        @Override
        public CompletionStage<String> byWeight() {
            return CompletableFuture.completedFuture(name);
        }

        @Override
        public CompletionStage<String> byGame() {
            return CompletableFuture.completedFuture(name);
        }
    }

    private static final class LastMember implements CallRouter {

        @Override
        public String choose(RemoteCall call, List<String> members) {
            return members.get(members.size() - 1);
        }
    }
}
