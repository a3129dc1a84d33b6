package org.shaddock.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.shaddock.api.Identity;
import org.shaddock.remote.FrameException;
import org.shaddock.remote.FrameReader;
import org.shaddock.remote.FrameWriter;

/**
 * What a member tells the one that holds a session's connection, and its word that a binding is settled. A byte for the
 * kind, the session's number, and then the parts in order.
 *
 * <pre>
 * 1 push       pushes
 * 2 kick       reason
 * 3 bind       who
 * 4 unbind
 * 5 settings   number of keys, and for each the key and 0 if it is removed, or 1 and its JSON text
 * 6 settled
 * </pre>
 */
sealed interface SessionCall {

    /** Of the session, on the member that holds it. */
    long number();

    int kind();

    default void write(FrameWriter out) {}

    default byte[] toBytes() {
        FrameWriter out = new FrameWriter(64).u8(kind()).number(number());
        write(out);
        return out.toBytes();
    }

    /**
     * @param encoder for the clients of this member
     * @throws FrameException if the bytes are something else
     */
    static SessionCall parse(byte[] bytes, OutgoingCodec.Encoder encoder) {
        FrameReader in = new FrameReader(bytes);
        int kind = in.u8();
        long number = in.number();
        SessionCall call =
                switch (kind) {
                    case Push.KIND -> new Push(number, OutgoingCodec.read(in, encoder));
                    case Kick.KIND -> new Kick(number, in.text());
                    case Bind.KIND -> new Bind(number, IdentityCodec.read(in));
                    case Unbind.KIND -> new Unbind(number);
                    case Settings.KIND -> Settings.read(number, in);
                    case Settled.KIND -> new Settled(number);
                    default -> throw new FrameException("A call of the unknown kind " + kind + ".");
                };
        in.end();
        return call;
    }

    record Push(long number, Outgoing outgoing) implements SessionCall {

        static final int KIND = 1;

        @Override
        public int kind() {
            return KIND;
        }

        @Override
        public void write(FrameWriter out) {
            OutgoingCodec.write(out, outgoing);
        }
    }

    record Kick(long number, String reason) implements SessionCall {

        static final int KIND = 2;

        @Override
        public int kind() {
            return KIND;
        }

        @Override
        public void write(FrameWriter out) {
            out.text(reason);
        }
    }

    record Bind(long number, Identity identity) implements SessionCall {

        static final int KIND = 3;

        @Override
        public int kind() {
            return KIND;
        }

        @Override
        public void write(FrameWriter out) {
            IdentityCodec.write(out, identity);
        }
    }

    record Unbind(long number) implements SessionCall {

        static final int KIND = 4;

        @Override
        public int kind() {
            return KIND;
        }
    }

    record Settings(long number, Map<String, Optional<byte[]>> changes) implements SessionCall {

        static final int KIND = 5;

        static Settings read(long number, FrameReader in) {
            Map<String, Optional<byte[]>> changes = new HashMap<>();
            for (int i = in.count(); i > 0; i--) {
                changes.put(in.text(), in.u8() == 1 ? Optional.of(in.block()) : Optional.empty());
            }
            return new Settings(number, changes);
        }

        @Override
        public int kind() {
            return KIND;
        }

        @Override
        public void write(FrameWriter out) {
            out.number(changes.size());
            changes.forEach((key, text) -> {
                out.text(key).u8(text.isPresent() ? 1 : 0);
                text.ifPresent(out::block);
            });
        }
    }

    record Settled(long number) implements SessionCall {

        static final int KIND = 6;

        @Override
        public int kind() {
            return KIND;
        }
    }
}
