package org.shaddock.channel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.shaddock.remote.FrameException;
import org.shaddock.remote.FrameReader;
import org.shaddock.remote.FrameWriter;

/**
 * How the memberships that a member owns have changed. A byte for the kind, then the parts in order.
 *
 * <pre>
 * 1 joined    1 if other members on which the user is do the same else 0, channel, number of users, users
 * 2 left      the same
 * 3 cleared   channel
 * 4 gone      user, who has left all channels
 * 5 settled   number of an order to add a user, which the asker alone is told
 * </pre>
 */
sealed interface MembershipChange {

    byte[] toBytes();

    /** @throws FrameException if the bytes are something else */
    static MembershipChange read(FrameReader in) {
        int kind = in.u8();
        return switch (kind) {
            case Joined.KIND -> new Joined(in.u8() == 1, in.text(), texts(in));
            case Left.KIND -> new Left(in.u8() == 1, in.text(), texts(in));
            case Cleared.KIND -> new Cleared(in.text());
            case Gone.KIND -> new Gone(in.text());
            case Settled.KIND -> new Settled(in.number());
            default -> throw new FrameException("A change of the unknown kind " + kind + ".");
        };
    }

    /** Texts behind their number. */
    static List<String> texts(FrameReader in) {
        List<String> texts = new ArrayList<>();
        for (int i = in.count(); i > 0; i--) {
            texts.add(in.text());
        }
        return texts;
    }

    static void writeTexts(FrameWriter out, Collection<String> texts) {
        out.number(texts.size());
        texts.forEach(out::text);
    }

    private static byte[] bytes(int kind, boolean follow, String channel, Collection<String> userIds) {
        FrameWriter out = new FrameWriter(64).u8(kind).u8(follow ? 1 : 0).text(channel);
        writeTexts(out, userIds);
        return out.toBytes();
    }

    record Joined(boolean follow, String channel, Collection<String> userIds) implements MembershipChange {

        static final int KIND = 1;

        @Override
        public byte[] toBytes() {
            return bytes(KIND, follow, channel, userIds);
        }
    }

    record Left(boolean follow, String channel, Collection<String> userIds) implements MembershipChange {

        static final int KIND = 2;

        @Override
        public byte[] toBytes() {
            return bytes(KIND, follow, channel, userIds);
        }
    }

    record Cleared(String channel) implements MembershipChange {

        static final int KIND = 3;

        @Override
        public byte[] toBytes() {
            return new FrameWriter(64).u8(KIND).text(channel).toBytes();
        }
    }

    record Gone(String userId) implements MembershipChange {

        static final int KIND = 4;

        @Override
        public byte[] toBytes() {
            return new FrameWriter(64).u8(KIND).text(userId).toBytes();
        }
    }

    record Settled(long number) implements MembershipChange {

        static final int KIND = 5;

        @Override
        public byte[] toBytes() {
            return new FrameWriter(16).u8(KIND).number(number).toBytes();
        }
    }
}
