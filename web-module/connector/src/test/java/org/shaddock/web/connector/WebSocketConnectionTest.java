package org.shaddock.web.connector;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shaddock.api.Client;
import org.shaddock.session.CloseCode;
import org.shaddock.session.Outgoing;
import org.shaddock.session.Upgrade;
import org.shaddock.web.nio.ClientSocket;
import org.shaddock.web.nio.SocketListener;

/** The way over the standard API, for a WebSocket container that is not the Tyrus we know. */
class WebSocketConnectionTest {

    private static final Logger WARNINGS = Logger.getLogger(RawSocket.class.getName());

    private final List<Integer> sent = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();
    private final Queue<SendHandler> open = new ArrayDeque<>();
    private final List<Boolean> written = new ArrayList<>();
    private boolean sendsEndAtOnce = true;
    private boolean broken;
    private final WebSocketConnection connection = new WebSocketConnection(
            session(),
            Caller.of(new Client("198.51.100.7", "game.example", 443, true), Upgrade.NOTHING),
            Runnable::run);

    @BeforeAll
    static void expectTheWarning() {
        WARNINGS.setLevel(Level.OFF);
    }

    @Test
    void shouldSendOneMessageForEachPacket() {
        connection.write(packets(1, 2, 3), written::add);

        assertThat(sent).containsExactly(1, 2, 3);
        assertThat(written).containsExactly(true);
    }

    @Test
    void shouldSendOneMessageForEachPacketOfABundle() {
        connection.write(List.of(Outgoing.bundle(packets(1, 2)), Outgoing.reliable(new byte[3])), written::add);

        assertThat(sent).containsExactly(1, 2, 3);
    }

    @Test
    void shouldSendABundleAsOneMessageWhenTheClientTakesIt() {
        connection.packTogether();
        connection.write(List.of(Outgoing.bundle(packets(1, 2)), Outgoing.reliable(new byte[4])), written::add);

        assertThat(sent).containsExactly(3, 4);
    }

    @Test
    void shouldWaitForEachMessageBeforeItSendsTheNext() {
        sendsEndAtOnce = false;
        connection.write(packets(1, 2), written::add);
        assertThat(sent).containsExactly(1);

        open.remove().onResult(new SendResult());
        assertThat(sent).containsExactly(1, 2);
        assertThat(written).isEmpty();

        open.remove().onResult(new SendResult());
        assertThat(written).containsExactly(true);
    }

    @Test
    void shouldSendNoFurtherWhenAMessageFails() {
        sendsEndAtOnce = false;
        connection.write(packets(1, 2), written::add);

        open.remove().onResult(new SendResult(new IllegalStateException("gone")));

        assertThat(sent).containsExactly(1);
        assertThat(written).containsExactly(false);
    }

    @Test
    void shouldTellOfAFailureOnceWhenTheContainerThrows() {
        broken = true;
        connection.write(packets(1, 2), written::add);

        assertThat(written).containsExactly(false);
    }

    @Test
    void shouldNotRecurseWhenManyMessagesAreSentAtOnce() {
        connection.write(Collections.nCopies(100_000, Outgoing.reliable(new byte[1])), written::add);

        assertThat(sent).hasSize(100_000);
        assertThat(written).containsExactly(true);
    }

    @Test
    void shouldWriteByTheContainerWhileItHasNotWrittenAllItWasGiven() throws IOException {
        SocketListener deaf = Stubs.of(SocketListener.class, Map.of());
        try (SocketChannel channel = SocketChannel.open()) {
            connection.moveTo(new ClientSocket(channel, () -> false, 1000, deaf));

            connection.write(packets(1), written::add);
            connection.close(CloseCode.NORMAL, "bye");
        }

        assertThat(sent).containsExactly(1);
        assertThat(closed).containsExactly("1000 bye");
    }

    @Test
    void shouldCloseWithCodeAndReason() {
        connection.close(CloseCode.POLICY, "x".repeat(200));
        connection.close(CloseCode.TRY_AGAIN_LATER, "The server is full.");

        assertThat(closed).containsExactly("1008 " + "x".repeat(123), "1013 The server is full.");
    }

    @Test
    void shouldNotMindASocketThatIsGone() {
        broken = true;

        connection.close(CloseCode.NORMAL, "bye");
        connection.abort();

        assertThat(closed).isEmpty();
    }

    private static List<Outgoing> packets(int... lengths) {
        return IntStream.of(lengths)
                .<Outgoing>mapToObj(length -> Outgoing.reliable(new byte[length]))
                .toList();
    }

    private Session session() {
        RemoteEndpoint.Async remote =
                Stubs.of(RemoteEndpoint.Async.class, Map.of("sendBinary", arguments -> send(arguments)));
        return Stubs.of(
                Session.class,
                Map.of("getAsyncRemote", arguments -> remote, "close", arguments -> close((CloseReason) arguments[0])));
    }

    private Object send(Object... arguments) {
        failIfBroken();
        sent.add(((ByteBuffer) arguments[0]).remaining());
        SendHandler handler = (SendHandler) arguments[1];
        if (sendsEndAtOnce) {
            handler.onResult(new SendResult());
        } else {
            open.add(handler);
        }
        return null;
    }

    private Object close(CloseReason reason) {
        failIfBroken();
        closed.add(reason.getCloseCode().getCode() + " " + reason.getReasonPhrase());
        return null;
    }

    private void failIfBroken() {
        if (broken) {
            throw new IllegalStateException("The socket is closed.");
        }
    }
}
