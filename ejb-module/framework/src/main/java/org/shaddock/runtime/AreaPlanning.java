package org.shaddock.runtime;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaId;
import org.shaddock.api.AreaPlanner;
import org.shaddock.cluster.MemberId;
import org.shaddock.placement.PlanRequest;
import org.shaddock.placement.Planner;

/** Chooses members for areas: where the configuration pins them, else where the game wants them, else by the usual planner. */
final class AreaPlanning implements Planner {

    private final Map<String, String> pinned;
    private final @Nullable AreaPlanner game;
    private final Planner usual;

    /** @param game the game's own, or {@code null} */
    AreaPlanning(ClusterSettings settings, @Nullable AreaPlanner game) {
        this.pinned = settings.pinned();
        this.game = game;
        this.usual = settings.placement().planner();
    }

    @Override
    public Optional<MemberId> plan(PlanRequest request) {
        AreaId area = request.area();
        String pin = pinned.getOrDefault(area.toString(), pinned.get(area.type()));
        if (pin != null) {
            return Planner.pinned(pin).plan(request);
        }
        return byGame(request).or(() -> usual.plan(request));
    }

    private Optional<MemberId> byGame(PlanRequest request) {
        if (game == null) {
            return Optional.empty();
        }
        List<AreaPlanner.Candidate> candidates = request.candidates().stream()
                .map(member -> new AreaPlanner.Candidate(member.member().name(), member.load(), member.areas()))
                .toList();
        return game.choose(request.area(), candidates)
                .flatMap(name -> Planner.pinned(name).plan(request));
    }
}
