package org.shaddock.area;

import org.shaddock.remote.FrameException;

/** How a session that was in an area finds it again after the area has got a new epoch. */
enum Comeback {
    /** The area has gone on; the session never left it. */
    STAYED(0),
    /** The area has moved and taken its state along. */
    MOVED(1),
    /** The area was lost and is open anew. */
    ANEW(2),
    /** The area does not take the session back. */
    REFUSED(3);

    private final int code;

    Comeback(int code) {
        this.code = code;
    }

    /** Its number on the network. */
    int code() {
        return code;
    }

    static Comeback of(int code) {
        for (Comeback comeback : values()) {
            if (comeback.code == code) {
                return comeback;
            }
        }
        throw new FrameException("There is no way to come back with the number " + code + ".");
    }
}
