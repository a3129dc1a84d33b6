package org.shaddock.area;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.shaddock.api.AreaId;

/** What areas that are on their way to this member have saved. It waits here for them, for a while. Thread-safe. */
final class Luggage {

    private static final byte[] NOTHING = {};
    private static final long KEPT_MILLIS = 30_000;

    private final Map<AreaId, Piece> pieces = new ConcurrentHashMap<>();

    /** @param epoch under which the area was held when it was saved */
    void arrived(AreaId area, long epoch, byte[] saved, long nowMillis) {
        pieces.put(area, new Piece(epoch, saved, nowMillis + KEPT_MILLIS));
    }

    /** What the area has saved last, if that was under an earlier epoch; empty if nothing. */
    byte[] claim(AreaId area, long epoch) {
        Piece piece = pieces.remove(area);
        return piece == null || piece.epoch() >= epoch ? NOTHING : piece.saved();
    }

    void sweep(long nowMillis) {
        pieces.values().removeIf(piece -> piece.untilMillis() <= nowMillis);
    }

    private record Piece(long epoch, byte[] saved, long untilMillis) {}
}
