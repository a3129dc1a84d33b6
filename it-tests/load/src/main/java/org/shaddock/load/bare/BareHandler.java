package org.shaddock.load.bare;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import java.nio.charset.StandardCharsets;

/** One client of the yardstick: handshake, heartbeat and the three routes. Routes come as text. */
final class BareHandler extends SimpleChannelInboundHandler<BinaryWebSocketFrame> {

    private static final int HANDSHAKE = 1;
    private static final int HEARTBEAT = 3;
    private static final int DATA = 4;
    private static final int NOTIFY = 2;
    private static final int MORE = 0x80;
    private static final byte[] WELCOME = ascii("{\"code\":200,\"sys\":{\"heartbeat\":15}}");
    private static final byte[] ENTERED = ascii("{\"code\":200}");
    private static final byte[] CODE = ascii("{\"code\":200,");
    private static final byte[] ON_MOVE = ascii("\u0006\u0006onMove{\"id\":\"");
    private static final byte[] ID_END = ascii("\",");

    private final BareRoom room;
    private byte[] userId = {};

    BareHandler(BareRoom room) {
        this.room = room;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, BinaryWebSocketFrame frame) {
        ByteBuf in = frame.content();
        switch (in.readByte()) {
            case HANDSHAKE -> send(context, packet(HANDSHAKE, WELCOME));
            case HEARTBEAT -> send(context, packet(HEARTBEAT));
            case DATA -> message(context, in.skipBytes(3));
            default -> {}
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        room.leave(context.channel());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        var unused = context.close();
    }

    private void message(ChannelHandlerContext context, ByteBuf in) {
        int type = in.readByte();
        int idLength = type == NOTIFY ? 0 : 1 + in.forEachByte(value -> (value & MORE) != 0) - in.readerIndex();
        byte[] id = ByteBufUtil.getBytes(in, in.readerIndex(), idLength);
        in.skipBytes(idLength);
        int length = in.readByte();
        char last = (char) in.getByte(in.readerIndex() + length - 1);
        byte[] body = ByteBufUtil.getBytes(in.skipBytes(length));
        switch (last) {
            case 'r' -> enter(context, id, body);
            case 'o' -> send(context, packet(DATA, new byte[] {DATA}, id, CODE, rest(body)));
            default -> room.push(packet(DATA, ON_MOVE, userId, ID_END, rest(body)));
        }
    }

    private void enter(ChannelHandlerContext context, byte[] id, byte[] body) {
        String json = new String(body, StandardCharsets.US_ASCII);
        int uid = json.indexOf("\"uid\":\"") + "\"uid\":\"".length();
        userId = ascii(json.substring(uid, json.indexOf('"', uid)));
        room.enter(context.channel());
        send(context, packet(DATA, new byte[] {DATA}, id, ENTERED));
    }

    private static byte[] rest(byte[] body) {
        return java.util.Arrays.copyOfRange(body, 1, body.length);
    }

    private static void send(ChannelHandlerContext context, ByteBuf frame) {
        var unused = context.writeAndFlush(frame, context.voidPromise());
    }

    /** A package in a WebSocket frame, ready to be written. */
    private static ByteBuf packet(int type, byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuf frame = Unpooled.directBuffer(length + 8);
        frame.writeByte(0x82);
        if (length + 4 < 126) {
            frame.writeByte(length + 4);
        } else {
            frame.writeByte(126).writeShort(length + 4);
        }
        frame.writeByte(type).writeMedium(length);
        for (byte[] part : parts) {
            frame.writeBytes(part);
        }
        return frame;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
