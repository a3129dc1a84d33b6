package org.shaddock.remote.routing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.shaddock.cluster.Member;

/** Choices of one of several members, as functions of nothing but what they are given. The lists are never empty. */
public final class Choices {

    private Choices() {}

    /**
     * The member whose hash with the key is greatest. A member that joins takes keys from all others alike, one that leaves
     * gives its own to all; no other key moves. Depends on names, so that a restarted member gets its keys back.
     */
    public static Member rendezvous(String key, List<Member> members) {
        return members.stream()
                .max(Comparator.comparingLong(
                        member -> KeyHash.of(key, member.id().name())))
                .orElseThrow();
    }

    /** @param turn counts up with each call */
    public static Member roundRobin(long turn, List<Member> members) {
        return members.get((int) Math.floorMod(turn, (long) members.size()));
    }

    /** @param draw at random from 0 to below 1 */
    public static Member random(double draw, List<Member> members) {
        return members.get((int) (draw * members.size()));
    }

    /**
     * One in proportion to its weight; if all weights are 0, any.
     *
     * @param draw at random from 0 to below 1
     * @param weight from 0
     */
    public static Member weighted(double draw, List<Member> members, ToDoubleFunction<Member> weight) {
        double rest = draw * members.stream().mapToDouble(weight).sum();
        Member last = random(draw, members);
        for (Member member : members) {
            double own = weight.applyAsDouble(member);
            last = own > 0 ? member : last;
            rest -= own;
            if (rest < 0) {
                return member;
            }
        }
        return last;
    }

    /**
     * One of those with the least calls under way.
     *
     * @param draw at random from 0 to below 1, to choose among equals
     */
    public static Member leastActive(double draw, List<Member> members, ToIntFunction<Member> active) {
        int[] counts = members.stream().mapToInt(active).toArray();
        int least = Arrays.stream(counts).min().orElse(0);
        int[] equals = IntStream.range(0, counts.length)
                .filter(i -> counts[i] == least)
                .toArray();
        return members.get(equals[(int) (draw * equals.length)]);
    }
}
