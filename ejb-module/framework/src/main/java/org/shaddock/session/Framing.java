package org.shaddock.session;

import java.util.List;

/** A transport's way to put packets on the wire. There are only a few, each a constant, since results are kept by it. */
@FunctionalInterface
public interface Framing {

    /** The bytes of some packets, in order, in an array of their own. */
    byte[] frame(List<Outgoing.Single> packets);
}
