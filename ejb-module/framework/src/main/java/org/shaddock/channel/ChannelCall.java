package org.shaddock.channel;

import java.util.Collection;
import org.shaddock.remote.FrameException;
import org.shaddock.remote.FrameReader;
import org.shaddock.remote.FrameWriter;
import org.shaddock.session.Outgoing;
import org.shaddock.session.OutgoingCodec;

/**
 * What a member tells those that hold the sessions of a channel's users. A byte for the kind, then the parts in order.
 *
 * <pre>
 * 1 join        number of this order, channel, user
 * 2 leave       channel, user
 * 3 clear       channel
 * 4 push        channel, pushes
 * 5 send        number of users, users, pushes
 * 6 broadcast   pushes
 * </pre>
 */
sealed interface ChannelCall {

    byte[] toBytes();

    /**
     * @param encoder for the clients of this member
     * @throws FrameException if the bytes are something else
     */
    static ChannelCall parse(byte[] bytes, OutgoingCodec.Encoder encoder) {
        FrameReader in = new FrameReader(bytes);
        int kind = in.u8();
        ChannelCall call =
                switch (kind) {
                    case Join.KIND -> new Join(in.number(), in.text(), in.text());
                    case Leave.KIND -> new Leave(in.text(), in.text());
                    case Clear.KIND -> new Clear(in.text());
                    case Push.KIND -> new Push(in.text(), OutgoingCodec.read(in, encoder));
                    case Send.KIND -> new Send(MembershipChange.texts(in), OutgoingCodec.read(in, encoder));
                    case Broadcast.KIND -> new Broadcast(OutgoingCodec.read(in, encoder));
                    default -> throw new FrameException("A call of the unknown kind " + kind + ".");
                };
        in.end();
        return call;
    }

    private static FrameWriter out(int kind, Outgoing outgoing) {
        return new FrameWriter(outgoing.bytes() + 64).u8(kind);
    }

    record Join(long number, String channel, String userId) implements ChannelCall {

        static final int KIND = 1;

        @Override
        public byte[] toBytes() {
            return new FrameWriter(64)
                    .u8(KIND)
                    .number(number)
                    .text(channel)
                    .text(userId)
                    .toBytes();
        }
    }

    record Leave(String channel, String userId) implements ChannelCall {

        static final int KIND = 2;

        @Override
        public byte[] toBytes() {
            return new FrameWriter(64).u8(KIND).text(channel).text(userId).toBytes();
        }
    }

    record Clear(String channel) implements ChannelCall {

        static final int KIND = 3;

        @Override
        public byte[] toBytes() {
            return new FrameWriter(64).u8(KIND).text(channel).toBytes();
        }
    }

    record Push(String channel, Outgoing outgoing) implements ChannelCall {

        static final int KIND = 4;

        @Override
        public byte[] toBytes() {
            FrameWriter out = out(KIND, outgoing).text(channel);
            OutgoingCodec.write(out, outgoing);
            return out.toBytes();
        }
    }

    record Send(Collection<String> userIds, Outgoing outgoing) implements ChannelCall {

        static final int KIND = 5;

        @Override
        public byte[] toBytes() {
            FrameWriter out = out(KIND, outgoing);
            MembershipChange.writeTexts(out, userIds);
            OutgoingCodec.write(out, outgoing);
            return out.toBytes();
        }
    }

    record Broadcast(Outgoing outgoing) implements ChannelCall {

        static final int KIND = 6;

        @Override
        public byte[] toBytes() {
            FrameWriter out = out(KIND, outgoing);
            OutgoingCodec.write(out, outgoing);
            return out.toBytes();
        }
    }
}
