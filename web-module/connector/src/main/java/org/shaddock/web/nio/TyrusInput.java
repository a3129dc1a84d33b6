package org.shaddock.web.nio;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.tyrus.spi.Connection;

/** How far Tyrus has read what a client sends. A part of a message is in one of its buffers or in the state of its parser. */
final class TyrusInput {

    private static final int BEFORE_A_FRAME = 0;

    private final Object upgrade;
    private final Object protocol;

    private TyrusInput(Object upgrade, Object protocol) {
        this.upgrade = upgrade;
        this.protocol = protocol;
    }

    /**
     * @param upgrade what reads the socket
     * @param protocol what takes frames apart
     * @throws ReflectiveOperationException if this is not the Tyrus we know
     */
    static TyrusInput of(Object upgrade, Object protocol) throws ReflectiveOperationException {
        TyrusInput input = new TyrusInput(upgrade, protocol);
        boolean unused = input.isIdle();
        return input;
    }

    /** Whether all that it has read are whole messages. To be asked when more has arrived that it has not read. */
    boolean isBetweenMessages() {
        try {
            return isIdle();
        } catch (ReflectiveOperationException | RuntimeException e) {
            return false;
        }
    }

    private boolean isIdle() throws ReflectiveOperationException {
        AtomicInteger state = (AtomicInteger) PrivateFields.follow(protocol, "parsingState", "state");
        return state.get() == BEFORE_A_FRAME
                && PrivateFields.field(protocol, "inFragmentedType").getByte(protocol) == 0
                && isEmpty(protocol, "remainder")
                && isEmpty(upgrade, "buf")
                && (PrivateFields.field(upgrade, "connection").get(upgrade) instanceof Connection connection
                        ? isEmpty(connection.getReadHandler(), "buffer")
                        : true);
    }

    private static boolean isEmpty(Object owner, String buffer) throws ReflectiveOperationException {
        return !(PrivateFields.field(owner, buffer).get(owner) instanceof ByteBuffer bytes && bytes.hasRemaining());
    }
}
