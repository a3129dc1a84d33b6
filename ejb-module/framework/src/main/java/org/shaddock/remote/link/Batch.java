package org.shaddock.remote.link;

import java.util.ArrayList;
import java.util.List;
import org.shaddock.cluster.MemberId;
import org.shaddock.remote.FrameException;
import org.shaddock.remote.FrameReader;
import org.shaddock.remote.FrameWriter;

/**
 * Frames of one stream and a word about the stream the other way.
 *
 * <pre>
 * version 1, sender's name, sender's incarnation, stream, confirmed, ack.stream, ack.upTo, ack.gapUntil, first, body
 * body = number of frames, then each frame behind its length
 * </pre>
 *
 * @param from the sender
 * @param stream which of the sender's streams; a later one has a greater number
 * @param confirmed up to which number the receiver has confirmed frames of this stream
 * @param ack what the sender has of the receiver's stream
 * @param first the number of the first frame, from 1
 * @param body the frames
 */
record Batch(MemberId from, long stream, long confirmed, Ack ack, long first, byte[] body) {

    private static final int VERSION = 1;
    private static final int HEADER_BYTES = 80;

    /** @throws FrameException if the bytes are no batch */
    static Batch parse(byte[] bytes) {
        FrameReader in = new FrameReader(bytes);
        int version = in.u8();
        if (version != VERSION) {
            throw new FrameException("A batch of the unknown version " + version + ".");
        }
        MemberId from = member(in.text(), in.text());
        long stream = in.number();
        long confirmed = in.number();
        Ack ack = new Ack(in.number(), in.number(), in.number());
        long first = in.number();
        if (stream < 1 || confirmed < 0 || first <= confirmed || first > Long.MAX_VALUE - Integer.MAX_VALUE) {
            throw new FrameException("Frame " + first + " of stream " + stream + " after " + confirmed + ".");
        }
        return new Batch(from, stream, confirmed, ack, first, in.rest());
    }

    private static MemberId member(String name, String incarnation) {
        try {
            return new MemberId(name, incarnation);
        } catch (IllegalArgumentException e) {
            throw new FrameException("A sender that cannot be: " + e.getMessage());
        }
    }

    byte[] toBytes() {
        return new FrameWriter(HEADER_BYTES + body.length)
                .u8(VERSION)
                .text(from.name())
                .text(from.incarnation())
                .number(stream)
                .number(confirmed)
                .number(ack.stream())
                .number(ack.upTo())
                .number(ack.gapUntil())
                .number(first)
                .rest(body)
                .toBytes();
    }

    static byte[] body(List<byte[]> frames, int bytes) {
        FrameWriter out = new FrameWriter(bytes + 3 * frames.size() + 8).number(frames.size());
        frames.forEach(out::block);
        return out.toBytes();
    }

    /** @throws FrameException if the body does not hold them */
    List<byte[]> frames() {
        FrameReader in = new FrameReader(body);
        int count = in.count();
        List<byte[]> frames = new ArrayList<>(Math.min(count, in.remaining()));
        for (int i = 0; i < count; i++) {
            frames.add(in.block());
        }
        in.end();
        return frames;
    }

    /**
     * What a receiver has of a stream.
     *
     * @param stream which stream; 0 for none yet
     * @param upTo it has all frames up to this number
     * @param gapUntil it has also frames from this number on, so those between are missing; 0 if it has none
     */
    record Ack(long stream, long upTo, long gapUntil) {

        static final Ack NONE = new Ack(0, 0, 0);
    }
}
