package org.shaddock.remote;

/**
 * What {@link Peers} say to one another. One frame each: a byte for the kind, then the parts in order.
 *
 * <pre>
 * 1 ask      id, milliseconds the asker waits, service, traceparent or nothing, payload
 * 2 tell     service, payload
 * 3 answer   id, payload
 * 4 failure  id, 1 if the question was not delivered else 0, code, message
 * 5 cancel   id
 * </pre>
 */
sealed interface PeerMessage {

    byte[] toBytes();

    /** @throws FrameException if the frame is none of these */
    static PeerMessage parse(byte[] frame) {
        FrameReader in = new FrameReader(frame);
        int kind = in.u8();
        return switch (kind) {
            case Ask.KIND -> new Ask(in.number(), in.number(), in.text(), in.text(), in.rest());
            case Tell.KIND -> new Tell(in.text(), in.rest());
            case Answer.KIND -> new Answer(in.number(), in.rest());
            case Failure.KIND -> {
                Failure failure = new Failure(in.number(), in.u8() == 1, (int) in.number(), in.text());
                in.end();
                yield failure;
            }
            case Cancel.KIND -> {
                Cancel cancel = new Cancel(in.number());
                in.end();
                yield cancel;
            }
            default -> throw new FrameException("A message of the unknown kind " + kind + ".");
        };
    }

    record Ask(long id, long waitMillis, String service, String trace, byte[] payload) implements PeerMessage {

        static final int KIND = 1;

        @Override
        public byte[] toBytes() {
            return new FrameWriter(service.length() + trace.length() + payload.length + 16)
                    .u8(KIND)
                    .number(id)
                    .number(waitMillis)
                    .text(service)
                    .text(trace)
                    .rest(payload)
                    .toBytes();
        }
    }

    record Tell(String service, byte[] payload) implements PeerMessage {

        static final int KIND = 2;

        @Override
        public byte[] toBytes() {
            return new FrameWriter(service.length() + payload.length + 4)
                    .u8(KIND)
                    .text(service)
                    .rest(payload)
                    .toBytes();
        }
    }

    record Answer(long id, byte[] payload) implements PeerMessage {

        static final int KIND = 3;

        @Override
        public byte[] toBytes() {
            return new FrameWriter(payload.length + 8)
                    .u8(KIND)
                    .number(id)
                    .rest(payload)
                    .toBytes();
        }
    }

    record Failure(long id, boolean undelivered, int code, String message) implements PeerMessage {

        static final int KIND = 4;

        @Override
        public byte[] toBytes() {
            return new FrameWriter(message.length() + 16)
                    .u8(KIND)
                    .number(id)
                    .u8(undelivered ? 1 : 0)
                    .number(code)
                    .text(message)
                    .toBytes();
        }
    }

    record Cancel(long id) implements PeerMessage {

        static final int KIND = 5;

        @Override
        public byte[] toBytes() {
            return new FrameWriter(8).u8(KIND).number(id).toBytes();
        }
    }
}
