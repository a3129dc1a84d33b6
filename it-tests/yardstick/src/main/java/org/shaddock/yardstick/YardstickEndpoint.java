package org.shaddock.yardstick;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;

/** The socket of one client, by nothing but the standard API. */
@ServerEndpoint("/")
public class YardstickEndpoint {

    private static final Logger LOG = System.getLogger(YardstickEndpoint.class.getName());
    private static final int LARGEST_MESSAGE = 65_536;
    private static final Room ROOM = new Room();

    private final Conversation conversation = new Conversation();

    @OnOpen
    public void onOpen(Session session) {
        IdleTimer.silence(session);
        session.setMaxBinaryMessageBufferSize(LARGEST_MESSAGE);
    }

    /** Answers before it returns. */
    @OnMessage(maxMessageSize = LARGEST_MESSAGE)
    public void onMessage(byte[] message, Session session) throws IOException {
        Answer answer = conversation.hear(message);
        switch (answer.audience()) {
            case NOBODY -> {}
            case ASKER -> send(session, answer);
            case NEWCOMER -> {
                ROOM.enter(session);
                send(session, answer);
            }
            case ROOM -> ROOM.tell(answer.packet());
        }
    }

    @OnClose
    public void onClose(Session session) {
        ROOM.leave(session);
    }

    /** Whoever cannot be served as the benchmark wants it is not served: its run fails, and the log says why. */
    @OnError
    public void onError(Session session, Throwable error) throws IOException {
        LOG.log(Level.WARNING, "The connection " + session.getId() + " failed.", error);
        session.close();
    }

    private static void send(Session session, Answer answer) throws IOException {
        session.getBasicRemote().sendBinary(ByteBuffer.wrap(answer.packet()));
    }
}
