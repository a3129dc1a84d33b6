package org.shaddock.web.nio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.shaddock.web.nio.ClientFrames.BINARY;
import static org.shaddock.web.nio.ClientFrames.CLOSE;
import static org.shaddock.web.nio.ClientFrames.PING;
import static org.shaddock.web.nio.ClientFrames.frame;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shaddock.session.CloseCode;

/** Over a real TCP connection on the loopback interface. */
class ClientSocketTest {

    private static final int LARGE = 32 << 20;
    private static final byte SLOW = (byte) 0xDD;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<Boolean> written = new LinkedBlockingQueue<>();
    private final CountDownLatch slow = new CountDownLatch(1);
    private SocketLoops loops;
    private Socket client;
    private SocketChannel channel;
    private volatile boolean drained = true;
    private ClientSocket socket;

    @BeforeEach
    void connect() throws IOException {
        loops = new SocketLoops(1, Thread::new);
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            client =
                    new Socket(InetAddress.getLoopbackAddress(), server.socket().getLocalPort());
            channel = server.accept();
        }
        client.setSoTimeout(10_000);
        channel.configureBlocking(false);
        socket = new ClientSocket(channel, () -> drained, 1000, new Log());
        loops.adopt(socket);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        channel.close();
        loops.close();
    }

    @Test
    void shouldPassOnWhatTheClientSends() throws Exception {
        send(frame(BINARY, (byte) 1, (byte) 2));
        send(frame(BINARY, (byte) 3));

        assertThat(next()).isEqualTo("message 0102");
        assertThat(next()).isEqualTo("message 03");
    }

    @Test
    void shouldTellThatAMessageHadToWaitForTheLoop() throws Exception {
        send(frame(BINARY, SLOW));
        assertThat(next()).isEqualTo("message dd");
        send(frame(BINARY, (byte) 1));
        TimeUnit.MILLISECONDS.sleep(150);
        slow.countDown();

        assertThat(next()).isEqualTo("waited");
        assertThat(next()).isEqualTo("message 01");
    }

    @Test
    void shouldWriteAtOnce() throws Exception {
        socket.write(new byte[] {5, 6}, written::add);

        assertThat(received(2)).isEqualTo("0506");
        assertThat(written.take()).isTrue();
    }

    @Test
    void shouldGoOnWritingWhenTheClientReadsAgain() throws Exception {
        byte[] large = new byte[LARGE];
        Arrays.fill(large, (byte) 7);
        socket.write(large, written::add);
        socket.write(new byte[] {8}, written::add);
        assertThat(written).isEmpty();

        byte[] all = client.getInputStream().readNBytes(LARGE + 1);

        assertThat(all[LARGE - 1]).isEqualTo((byte) 7);
        assertThat(all[LARGE]).isEqualTo((byte) 8);
        assertThat(written.take()).isTrue();
        assertThat(written.take()).isTrue();
    }

    @Test
    void shouldAnswerAPingBehindWhatIsBeingWritten() throws Exception {
        socket.write(new byte[LARGE], written::add);
        send(frame(PING, (byte) 9));
        send(frame(BINARY, (byte) 1));
        assertThat(next()).isEqualTo("message 01");

        client.getInputStream().skipNBytes(LARGE);

        assertThat(received(3)).isEqualTo("8a0109");
    }

    @Test
    void shouldDropAClientThatSendsPingsAndReadsNothing() throws Exception {
        socket.write(new byte[LARGE], written::add);
        for (int i = 0; i < 101; i++) {
            send(frame(PING, (byte) i));
        }

        assertThat(next()).isEqualTo("ended 1006");
        assertThat(written.take()).isFalse();
    }

    @Test
    void shouldAnswerTheClientsGoodbye() throws Exception {
        send(frame(CLOSE, (byte) 0x03, (byte) 0xE9));

        assertThat(received(4)).isEqualTo("880203e9");
        assertThat(next()).isEqualTo("ended 1001");
    }

    @Test
    void shouldWaitForTheClientsGoodbyeWhenItSaysItsOwn() throws Exception {
        socket.close(1000, "bye".getBytes(UTF_8));
        assertThat(received(7)).isEqualTo("880503e8627965");
        assertThat(heard).isEmpty();

        send(frame(CLOSE, (byte) 0x03, (byte) 0xE8));

        assertThat(next()).isEqualTo("ended 1000");
    }

    @Test
    void shouldWriteNothingBehindTheGoodbye() throws Exception {
        socket.close(1000, new byte[0]);
        socket.write(new byte[] {1}, written::add);

        assertThat(written.take()).isFalse();
        client.shutdownOutput();
        assertThat(next()).isEqualTo("ended 1006");
    }

    @Test
    void shouldTellOfBytesThatAreNoFrameAndEndTheOutputBehindTheGoodbye() throws Exception {
        send(new byte[] {0x7F, 0, 0, 0, 0, 0});
        assertThat(next()).isEqualTo("broken PROTOCOL_ERROR");

        send(frame(BINARY, (byte) 1));
        socket.close(1002, new byte[0]);

        assertThat(received(4)).isEqualTo("880203ea");
        assertThat(client.getInputStream().read()).isEqualTo(-1);
        assertThat(heard).isEmpty();
    }

    @Test
    void shouldEndOnceAndFailWhatWaitsWhenItIsDropped() throws Exception {
        socket.write(new byte[LARGE], written::add);
        socket.abort();
        socket.abort();
        socket.write(new byte[] {1}, written::add);

        assertThat(written.take()).isFalse();
        assertThat(written.take()).isFalse();
        assertThat(next()).isEqualTo("ended 1006");
        assertThat(heard).isEmpty();
    }

    @Test
    void shouldEndWhenTheClientHasGone() throws Exception {
        client.close();

        assertThat(next()).isEqualTo("ended 1006");
    }

    @Test
    void shouldPutNothingBetweenWhatTheContainerStillWrites() throws Exception {
        drained = false;
        send(frame(PING, (byte) 9));
        send(frame(BINARY, (byte) 1));
        assertThat(next()).isEqualTo("message 01");
        assertThat(socket.isClear()).isFalse();

        drained = true;
        send(frame(PING, (byte) 8));

        assertThat(received(3)).isEqualTo("8a0108");
        assertThat(socket.isClear()).isTrue();
    }

    @Test
    void shouldEndWithoutAGoodbyeWhenTheContainerStillWrites() throws Exception {
        drained = false;
        send(frame(CLOSE, (byte) 0x03, (byte) 0xE9));

        assertThat(next()).isEqualTo("ended 1001");
        assertThat(client.getInputStream().available()).isZero();
    }

    @Test
    void shouldServeTheOthersWhenOneFails() throws Exception {
        send(frame(BINARY, (byte) 0xEE));
        assertThat(next()).isEqualTo("ended 1006");

        connect();
        send(frame(BINARY, (byte) 1));

        assertThat(next()).isEqualTo("message 01");
    }

    private void send(byte[] bytes) throws IOException {
        client.getOutputStream().write(bytes);
    }

    private String received(int bytes) throws IOException {
        return HexFormat.of().formatHex(client.getInputStream().readNBytes(bytes));
    }

    private String next() throws InterruptedException {
        return heard.poll(10, TimeUnit.SECONDS);
    }

    private final class Log implements SocketListener {

        @Override
        public void message(byte[] payload) {
            if (payload[0] == (byte) 0xEE) {
                throw new IllegalStateException("The test's listener fails, as it should.");
            }
            heard.add("message " + HexFormat.of().formatHex(payload));
            if (payload[0] == SLOW) {
                awaitSlow();
            }
        }

        private void awaitSlow() {
            try {
                assertThat(slow.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void waited(long millis) {
            heard.add("waited");
        }

        @Override
        public void broken(CloseCode code, String what) {
            heard.add("broken " + code);
        }

        @Override
        public void ended(int code) {
            heard.add("ended " + code);
        }
    }
}
