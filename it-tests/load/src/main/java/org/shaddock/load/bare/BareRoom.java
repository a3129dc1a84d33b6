package org.shaddock.load.bare;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.util.LinkedHashSet;
import java.util.Set;

/** The one room. Lives on the event loop. */
final class BareRoom {

    private final Flush flush;
    private final Set<Channel> members = new LinkedHashSet<>();
    private final ByteBuf gathered = Unpooled.directBuffer();

    BareRoom(Flush flush) {
        this.flush = flush;
    }

    void enter(Channel member) {
        members.add(member);
    }

    void leave(Channel member) {
        members.remove(member);
    }

    /** Sends a frame to every member, at once or when the time has come; releases it. */
    void push(ByteBuf frame) {
        switch (flush) {
            case PUSH -> writeToAll(frame, true);
            case MEMBER -> writeToAll(frame, false);
            case TICK -> gathered.writeBytes(frame);
        }
        frame.release();
    }

    /** The time has come. */
    void flush() {
        if (flush == Flush.MEMBER) {
            members.forEach(Channel::flush);
        } else if (gathered.isReadable()) {
            ByteBuf all = Unpooled.directBuffer(gathered.readableBytes()).writeBytes(gathered);
            gathered.clear();
            writeToAll(all, true);
            all.release();
        }
    }

    private void writeToAll(ByteBuf frame, boolean now) {
        for (Channel member : members) {
            var unused = now
                    ? member.writeAndFlush(frame.retainedDuplicate(), member.voidPromise())
                    : member.write(frame.retainedDuplicate(), member.voidPromise());
        }
    }
}
