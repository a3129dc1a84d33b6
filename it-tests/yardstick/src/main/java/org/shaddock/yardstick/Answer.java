package org.shaddock.yardstick;

/**
 * What a packet leads to.
 *
 * @param audience who is to get it
 * @param packet what they get, ready to be sent
 */
record Answer(Audience audience, byte[] packet) {

    /** The answer to what wants none. */
    static final Answer NONE = new Answer(Audience.NOBODY, new byte[0]);

    /** Who hears an answer. */
    enum Audience {
        /** Nobody, nothing is said. */
        NOBODY,

        /** The client that has asked. */
        ASKER,

        /** The client that has asked, which is in the room from now on. */
        NEWCOMER,

        /** Everybody in the room. */
        ROOM
    }
}
