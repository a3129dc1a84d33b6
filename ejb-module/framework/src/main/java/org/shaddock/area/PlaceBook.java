package org.shaddock.area;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shaddock.api.AreaId;
import org.shaddock.api.SessionId;

/** Who is where, and under which epoch the area took them in: by session and by area. Thread-safe. */
final class PlaceBook {

    private static final long NO_EPOCH = -1;

    private final Map<SessionId, Map<String, Place>> bySession = new HashMap<>();
    private final Map<AreaId, Map<SessionId, Place>> byArea = new HashMap<>();

    synchronized void put(SessionId session, AreaId area, long epoch) {
        Place place = new Place(session, area, epoch);
        bySession.computeIfAbsent(session, id -> new HashMap<>()).put(area.type(), place);
        byArea.computeIfAbsent(area, id -> new HashMap<>()).put(session, place);
    }

    synchronized Optional<Place> find(SessionId session, String type) {
        return Optional.ofNullable(bySession.getOrDefault(session, Map.of()).get(type));
    }

    synchronized Collection<Place> of(SessionId session) {
        return List.copyOf(bySession.getOrDefault(session, Map.of()).values());
    }

    synchronized Collection<Place> in(AreaId area) {
        return List.copyOf(byArea.getOrDefault(area, Map.of()).values());
    }

    /** Those that an area took in under an earlier epoch. */
    synchronized Collection<Place> outdated(AreaId area, long epoch) {
        return in(area).stream().filter(place -> place.epoch() < epoch).toList();
    }

    synchronized Optional<Place> remove(SessionId session, String type) {
        Optional<Place> found = find(session, type);
        found.ifPresent(this::remove);
        return found;
    }

    /** Removes a session from an area that took it in under an earlier epoch, and says whether it was there. */
    synchronized boolean removeOutdated(SessionId session, AreaId area, long epoch) {
        Optional<Place> found =
                find(session, area.type()).filter(place -> place.area().equals(area) && place.epoch() < epoch);
        found.ifPresent(this::remove);
        return found.isPresent();
    }

    synchronized void remove(Place place) {
        drop(bySession, place.session(), place.area().type());
        drop(byArea, place.area(), place.session());
    }

    synchronized Collection<Place> removeAll(SessionId session) {
        Collection<Place> places = of(session);
        places.forEach(this::remove);
        return places;
    }

    /** A session is in the same area under that epoch, or a later one; false if it is not there any more. */
    synchronized boolean moved(SessionId session, AreaId area, long epoch) {
        Optional<Place> there =
                find(session, area.type()).filter(place -> place.area().equals(area));
        there.filter(place -> place.epoch() < epoch).ifPresent(place -> put(session, area, epoch));
        return there.isPresent();
    }

    /** All are to be taken in anew; returns where somebody is. */
    synchronized Set<AreaId> forgetEpochs() {
        Set<AreaId> areas = new HashSet<>(byArea.keySet());
        areas.forEach(area -> in(area).forEach(place -> put(place.session(), area, NO_EPOCH)));
        return areas;
    }

    private static <K, I> void drop(Map<K, Map<I, Place>> index, K key, I inner) {
        Map<I, Place> places = index.get(key);
        if (places != null) {
            places.remove(inner);
            if (places.isEmpty()) {
                index.remove(key);
            }
        }
    }

    /**
     * A session's place.
     *
     * @param epoch under which the area took it in
     */
    record Place(SessionId session, AreaId area, long epoch) {}
}
