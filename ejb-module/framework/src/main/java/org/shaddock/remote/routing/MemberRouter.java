package org.shaddock.remote.routing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.shaddock.api.CallRouter;
import org.shaddock.api.RemoteCall;
import org.shaddock.api.Router;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberId;
import org.shaddock.cluster.Membership;

/** Chooses the member for each call. Safe for use by any thread. */
public final class MemberRouter {

    private static final Map<Router, Router> WITHOUT_KEY =
            Map.of(Router.HASH, Router.RANDOM, Router.CONSISTENT_HASH, Router.RANDOM);

    private final Candidates candidates;
    private final Chance chance;
    private final ActiveCalls active = new ActiveCalls();
    private final Map<Class<? extends CallRouter>, CallRouter> customs = new ConcurrentHashMap<>();

    public MemberRouter(Membership membership, Chance chance) {
        this.candidates = new Candidates(membership);
        this.chance = chance;
    }

    /** The calls under way, for those who begin and end them. */
    public ActiveCalls active() {
        return active;
    }

    /** The ready members of a type, in the order of their ids. */
    public List<Member> members(String serverType) {
        return candidates.of(serverType, Set.of()).members();
    }

    /**
     * Chooses.
     *
     * @param custom the game's own router, or {@code CallRouter} itself for none
     * @param except who is not to be chosen
     * @return empty if there is nobody
     * @throws org.shaddock.api.HandlerException if the game's own router refuses
     */
    public Optional<MemberId> choose(
            RemoteCall call, Router router, Class<? extends CallRouter> custom, Set<MemberId> except) {
        Candidates.OfType found = candidates.of(call.serverType(), except);
        if (found.members().isEmpty()) {
            return Optional.empty();
        }
        Member chosen = custom == CallRouter.class ? byRouter(router, call.key(), found) : byGame(custom, call, found);
        return Optional.of(chosen.id());
    }

    private Member byRouter(Router router, String key, Candidates.OfType found) {
        List<Member> members = found.members();
        double draw = chance.draw().getAsDouble();
        return switch (key.isEmpty() ? WITHOUT_KEY.getOrDefault(router, router) : router) {
            case HASH -> Choices.rendezvous(key, members);
            case CONSISTENT_HASH -> found.ring().choose(key);
            case RANDOM -> Choices.random(draw, members);
            case ROUND_ROBIN -> Choices.roundRobin(found.nextTurn(), members);
            case WEIGHTED -> Choices.weighted(draw, members, chance.weight());
            case LEAST_ACTIVE -> Choices.leastActive(draw, members, member -> active.count(member.id()));
        };
    }

    private Member byGame(Class<? extends CallRouter> type, RemoteCall call, Candidates.OfType found) {
        List<String> names =
                found.members().stream().map(member -> member.id().name()).toList();
        String name = customs.computeIfAbsent(type, chance.customs()).choose(call, names);
        return found.members().stream()
                .filter(member -> member.id().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        type.getName() + " chose '" + name + "', which is none of " + names + "."));
    }

    /**
     * What choices depend on besides the members.
     *
     * @param draw at random from 0 to below 1
     * @param weight of a member, from 0
     * @param customs finds the game's own router of a class
     */
    public record Chance(
            DoubleSupplier draw,
            ToDoubleFunction<Member> weight,
            Function<Class<? extends CallRouter>, CallRouter> customs) {}
}
