package org.shaddock.web.connector;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.Client;
import org.shaddock.flow.Handoff;
import org.shaddock.session.CloseCode;
import org.shaddock.session.Connection;
import org.shaddock.session.Framing;
import org.shaddock.session.Outgoing;
import org.shaddock.session.Upgrade;
import org.shaddock.web.nio.ClientSocket;

/** A connection over a WebSocket session: what is sent are binary messages. */
final class WebSocketConnection implements Connection {

    private static final Logger LOG = System.getLogger(WebSocketConnection.class.getName());

    private static final Framing EACH = Frames::each;
    private static final Framing TOGETHER = Frames::together;
    private static final Framing PAYLOAD = Frames::payload;

    private final Session socket;
    private final Caller caller;
    private final @Nullable RawSocket raw;
    private volatile boolean together;
    private volatile @Nullable ClientSocket own;

    /** @param pool hears of writes that end later */
    WebSocketConnection(Session socket, Caller caller, Executor pool) {
        this.socket = socket;
        this.caller = caller;
        this.raw = RawSocket.of(socket, pool);
    }

    /** From now on the channel is ours to read, and to write as soon as the container has written what it began. */
    void moveTo(ClientSocket socket) {
        own = socket;
    }

    @Override
    public Client client() {
        return caller.client();
    }

    @Override
    public Upgrade upgrade() {
        return caller.upgrade();
    }

    @Override
    public void packTogether() {
        together = true;
    }

    @Override
    public void write(List<Outgoing> batch, WriteDone done) {
        ClientSocket channel = own;
        try {
            if (channel != null && channel.isClear()) {
                channel.write(framed(batch, together ? TOGETHER : EACH), done);
            } else if (raw != null) {
                raw.write(framed(batch, together ? TOGETHER : EACH), done);
            } else {
                writeOneByOne(messages(batch).iterator(), done);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "A write failed.", e);
            done.written(false);
        }
    }

    @Override
    public void close(CloseCode code, String reason) {
        ClientSocket channel = own;
        String brief = Frames.closeReason(reason);
        try {
            if (channel != null && channel.isClear()) {
                channel.close(code.number(), brief.getBytes(StandardCharsets.UTF_8));
            } else {
                socket.close(new CloseReason(CloseCodes.getCloseCode(code.number()), brief));
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "A socket was gone before it was closed.", e);
        }
    }

    @Override
    public void abort() {
        ClientSocket channel = own;
        if (channel != null) {
            channel.abort();
        } else if (raw != null) {
            raw.abort();
        } else {
            close(CloseCode.GOING_AWAY, "too slow");
        }
    }

    /** What all its receivers share, if that is all; else a copy. */
    private static byte[] framed(List<Outgoing> batch, Framing framing) {
        if (batch.size() == 1) {
            return batch.get(0).framed(framing);
        }
        ByteArrayOutputStream frames = new ByteArrayOutputStream(batch.size() * 128);
        batch.forEach(each -> frames.writeBytes(each.framed(framing)));
        return frames.toByteArray();
    }

    private List<byte[]> messages(List<Outgoing> batch) {
        return together
                ? batch.stream().map(each -> each.framed(PAYLOAD)).toList()
                : batch.stream()
                        .flatMap(each -> each.parts().stream())
                        .map(Outgoing.Single::packet)
                        .toList();
    }

    private void writeOneByOne(Iterator<byte[]> messages, WriteDone done) {
        Handoff handoff;
        do {
            if (!messages.hasNext()) {
                done.written(true);
                return;
            }
            handoff = new Handoff();
            Handoff sending = handoff;
            send(messages.next(), succeeded -> {
                if (!succeeded) {
                    done.written(false);
                } else if (sending.end()) {
                    writeOneByOne(messages, done);
                }
            });
        } while (handoff.leave());
    }

    private void send(byte[] message, WriteDone sent) {
        try {
            socket.getAsyncRemote().sendBinary(ByteBuffer.wrap(message), result -> sent.written(result.isOK()));
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "A write failed.", e);
            sent.written(false);
        }
    }
}
