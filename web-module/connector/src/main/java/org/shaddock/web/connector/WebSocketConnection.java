package org.shaddock.web.connector;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.Client;
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
                writeOneByOne(packets, 0, done);
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

    private void writeOneByOne(List<byte[]> packets, int index, WriteDone done) {
        if (index == packets.size()) {
            done.written(true);
            return;
        }
        socket.getAsyncRemote().sendBinary(ByteBuffer.wrap(packets.get(index)), (SendResult result) -> {
            if (result.isOK()) {
                writeOneByOne(packets, index + 1, done);
            } else {
                done.written(false);
            }
        });
    }
}
