package org.shaddock.it.cluster.game;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.shaddock.api.AreaId;
import org.shaddock.api.AreaPlanner;

/** Opens the room {@code wanted on m2} on m2, and leaves all others to the setting. */
@ApplicationScoped
public class Signposts implements AreaPlanner {

    private static final String SIGN = "wanted on ";

    @Override
    public Optional<String> choose(AreaId area, List<Candidate> members) {
        return members.stream()
                .map(Candidate::member)
                .filter(member -> area.name().equals(SIGN + member))
                .findFirst();
    }
}
