package org.shaddock.web.connector;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.Client;
import org.shaddock.runtime.Framework;
import org.shaddock.runtime.ShaddockServer;
import org.shaddock.session.ClientSession;
import org.shaddock.session.Upgrade;
import org.shaddock.web.nio.ClientSocket;
import org.shaddock.web.nio.Takeover;

/** The socket of one client: a Pomelo client's URL has no path, so this answers at the root. */
@ServerEndpoint("/")
public class ConnectorEndpoint {

    private static final Logger LOG = System.getLogger(ConnectorEndpoint.class.getName());

    @EJB
    private ShaddockServer server;

    @Inject
    private Loops loops;

    private @Nullable ClientSession client;

    /** Takes the client in and listens for its frames, binary or text. */
    @OnOpen
    public void onOpen(Session socket) {
        Framework framework = server.framework();
        int maxFrameBytes = framework.settings().entrance().maxFrameBytes();
        socket.setMaxIdleTimeout(0);
        WebSocketConnection connection = new WebSocketConnection(socket, caller(socket), framework.pool());
        ClientSession connected =
                framework.connector().connected(framework.frontEnd().seen(connection));
        if (connected != null) {
            client = connected;
            Fragments fragments = new Fragments(maxFrameBytes, frame -> Receiver.received(framework, connected, frame));
            socket.addMessageHandler(ByteBuffer.class, fragments::binary);
            socket.addMessageHandler(String.class, fragments::text);
            if (!loops.isEmpty()) {
                takeOver(socket, framework, connection, connected);
            }
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

    private void takeOver(Session socket, Framework framework, WebSocketConnection connection, ClientSession session) {
        int maxFrameBytes = framework.settings().entrance().maxFrameBytes();
        try {
            Takeover.await(socket, taken -> {
                Receiver receiver = new Receiver(framework, session, () -> drop(taken, socket));
                ClientSocket own = new ClientSocket(taken.channel(), taken.drained(), maxFrameBytes, receiver);
                connection.moveTo(own);
                loops.adopt(own);
            });
        } catch (LinkageError e) {
            LOG.log(Level.DEBUG, "The container has no Grizzly, so it reads its sockets itself.", e);
        }
    }

    /** Of a client that was very quick the container does not notice that it is gone, and would keep it for ever. */
    private static void drop(Takeover.Taken taken, Session socket) {
        taken.drop().run();
        try {
            socket.close();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "The container has closed a socket itself.", e);
        }
    }

    private static Caller caller(Session socket) {
        return socket.getUserPrincipal() instanceof Caller caller
                ? caller
                : Caller.of(new Client("", "", 0, socket.isSecure()), Upgrade.NOTHING);
    }
}
