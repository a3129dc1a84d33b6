package org.shaddock.area;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.shaddock.api.AreaId;

/**
 * What areas that are on their way to this member have saved. It waits here for them, for a while. It is of no use any more once the
 * area has been held by somebody else, or this member was taken for lost: then newer state may have come and gone. Thread-safe.
 */
final class Luggage {

    private static final byte[] NOTHING = {};
    private static final long KEPT_MILLIS = 10_000;

    private final Map<AreaId, Piece> pieces = new ConcurrentHashMap<>();

    /**
     * @param epoch under which the area was held when it was saved
     * @param saved empty if it does not come after all
     */
    void arrived(AreaId area, long epoch, byte[] saved, long nowMillis) {
        if (saved.length == 0) {
            pieces.remove(area);
        } else {
            pieces.put(area, new Piece(epoch, saved, nowMillis + KEPT_MILLIS));
        }
    }

    /** What the area has saved last, if that was under an earlier epoch; empty if nothing. */
    byte[] claim(AreaId area, long epoch) {
        Piece piece = pieces.remove(area);
        return piece == null || piece.epoch() >= epoch ? NOTHING : piece.saved();
    }

    /** The area is held by somebody else under that epoch. */
    void outdated(AreaId area, long epoch) {
        pieces.computeIfPresent(area, (id, piece) -> piece.epoch() < epoch ? null : piece);
    }

    void clear() {
        pieces.clear();
    }

    void sweep(long nowMillis) {
        pieces.values().removeIf(piece -> piece.untilMillis() <= nowMillis);
    }

    private record Piece(long epoch, byte[] saved, long untilMillis) {}
}
