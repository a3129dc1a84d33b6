package org.shaddock.web.connector;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.Client;
import org.shaddock.flow.Handoff;
import org.shaddock.session.CloseCode;
import org.shaddock.session.Connection;

/** A connection over a WebSocket session: each packet is one binary message, as all Pomelo clients accept it. */
final class WebSocketConnection implements Connection {

    private static final Logger LOG = System.getLogger(WebSocketConnection.class.getName());

    private final Session socket;
    private final Client client;
    private final @Nullable RawSocket raw;

    /** @param pool hears of writes that end later */
    WebSocketConnection(Session socket, Client client, Executor pool) {
        this.socket = socket;
        this.client = client;
        this.raw = RawSocket.of(socket, pool);
    }

    @Override
    public Client client() {
        return client;
    }

    @Override
    public void write(List<byte[]> packets, WriteDone done) {
        try {
            if (raw != null) {
                raw.write(Frames.binary(packets), done);
            } else {
                writeOneByOne(packets.iterator(), done);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "A write failed.", e);
            done.written(false);
        }
    }

    @Override
    public void close(CloseCode code, String reason) {
        try {
            socket.close(new CloseReason(CloseCodes.getCloseCode(code.number()), Frames.closeReason(reason)));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "A socket was gone before it was closed.", e);
        }
    }

    @Override
    public void abort() {
        if (raw != null) {
            raw.abort();
        } else {
            close(CloseCode.GOING_AWAY, "too slow");
        }
    }

    private void writeOneByOne(Iterator<byte[]> packets, WriteDone done) {
        Handoff handoff;
        do {
            if (!packets.hasNext()) {
                done.written(true);
                return;
            }
            handoff = new Handoff();
            Handoff sending = handoff;
            send(packets.next(), succeeded -> {
                if (!succeeded) {
                    done.written(false);
                } else if (sending.end()) {
                    writeOneByOne(packets, done);
                }
            });
        } while (handoff.leave());
    }

    private void send(byte[] packet, WriteDone sent) {
        try {
            socket.getAsyncRemote().sendBinary(ByteBuffer.wrap(packet), result -> sent.written(result.isOK()));
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "A write failed.", e);
            sent.written(false);
        }
    }
}
