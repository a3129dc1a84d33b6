package org.shaddock.web.connector;

import jakarta.ejb.EJB;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.Client;
import org.shaddock.runtime.Framework;
import org.shaddock.runtime.ShaddockServer;
import org.shaddock.session.ClientSession;

/** The socket of one client: a Pomelo client's URL has no path, so this answers at the root. */
@ServerEndpoint("/")
public class ConnectorEndpoint {

    private static final Logger LOG = System.getLogger(ConnectorEndpoint.class.getName());

    @EJB
    private ShaddockServer server;

    private @Nullable ClientSession client;

    /** Takes the client in and listens for its frames, binary or text. */
    @OnOpen
    public void onOpen(Session socket) {
        Framework framework = server.framework();
        int maxFrameBytes = framework.settings().entrance().maxFrameBytes();
        socket.setMaxIdleTimeout(0);
        ClientSession connected =
                framework.connector().connected(new WebSocketConnection(socket, client(socket), framework.pool()));
        if (connected != null) {
            client = connected;
            Fragments fragments = new Fragments(maxFrameBytes, frame -> received(framework, connected, frame));
            socket.addMessageHandler(ByteBuffer.class, fragments::binary);
            socket.addMessageHandler(String.class, fragments::text);
        }
    }

    @OnClose
    public void onClose(CloseReason reason) {
        ClientSession gone = client;
        if (gone != null) {
            server.framework()
                    .connector()
                    .disconnected(gone, "disconnect " + reason.getCloseCode().getCode());
        }
    }

    /** Sockets break, which is no news; the container closes this one next. */
    @OnError
    public void onError(Throwable error) {
        LOG.log(Level.DEBUG, "The connection of " + client + " failed.", error);
    }

    private static void received(Framework framework, ClientSession session, byte[] frame) {
        try {
            framework.packets().received(session, frame);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "Taking a frame of " + session + " failed.", e);
            framework.connector().kick(session, "internal error");
        }
    }

    private static Client client(Session socket) {
        return socket.getUserPrincipal() instanceof AdmittedRequest.Caller caller
                ? caller.client()
                : new Client("", "", 0, socket.isSecure());
    }
}
