package org.shaddock.load.bare;

/** When pushes are written to the sockets. */
enum Flush {
    /** Each push at once: one write per push and member. */
    PUSH,

    /** Each push goes to each member's queue, and every member is flushed now and then. */
    MEMBER,

    /** The pushes of some time are put together once, and every member gets the same bytes in one write. */
    TICK
}
