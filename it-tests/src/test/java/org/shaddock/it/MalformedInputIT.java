package org.shaddock.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shaddock.it.game.ProtoHandler;
import org.shaddock.protocol.Message;
import org.shaddock.protocol.MessageCodec;
import org.shaddock.protocol.PacketCodec;
import org.shaddock.protocol.PacketType;
import org.shaddock.protocol.RouteDictionary;

/** Whatever a client sends has one defined result, and nobody else notices. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class MalformedInputIT {

    /** The pauses in which the test measures the heap are no reason to refuse anybody. */
    private static final String PATIENT = "config_ordinal=200\nshaddock.handler.max-queue-delay-millis=10000";

    private static final String PROBE_ROUTE = "no.such.route";
    private static final MessageCodec MESSAGES = new MessageCodec(RouteDictionary.EMPTY);
    private static final String SESSION_CLASS = "org.shaddock.session.ClientSession";
    private static final int INPUTS = 10_000;
    private static final int INPUTS_PER_CONNECTION = 4;
    private static final int ATTACKERS = 8;
    private static final long HEAP_BOUND_BYTES = 16 << 20;
    private static final long THREAD_BOUND = 4;

    private static Neighbours neighbours;

    @Deployment(testable = false)
    static EnterpriseArchive ear() {
        return Ears.withGame(ShrinkWrap.create(JavaArchive.class, "proto.jar")
                .addClasses(ProtoHandler.class, ProtoHandler.Move.class)
                .addAsManifestResource(new StringAsset(PATIENT), "microprofile-config.properties")
                .addAsManifestResource(new StringAsset(ProtoHandler.CLIENT_PROTOS), "shaddock/clientProtos.json"));
    }

    @BeforeAll
    static void letTheNeighboursChat() {
        neighbours = Neighbours.chatting("next door");
    }

    @AfterAll
    static void askTheNeighbours() {
        try (Neighbours undisturbed = neighbours) {
            assertThat(undisturbed.worstDelay()).isLessThan(PomeloClient.PATIENCE);
            assertThat(undisturbed.messages()).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("org.shaddock.it.MalformedInputs#brokenPackets")
    void shouldCloseAFreshConnectionWhenAPacketIsBroken(MalformedInputs.Ending input) throws IOException {
        try (RawClient client = RawClient.connect(TestServer.uri())) {
            input.act().on(client);

            assertThat(client.end().code()).isEqualTo(input.code());
        }
    }

    @ParameterizedTest
    @MethodSource("org.shaddock.it.MalformedInputs#endings")
    void shouldCloseAWorkingConnectionWhenItsInputIsBroken(MalformedInputs.Ending input) throws IOException {
        try (RawClient client = RawClient.working(TestServer.uri())) {
            input.act().on(client);

            assertThat(client.end().code()).isEqualTo(input.code());
        }
    }

    @ParameterizedTest
    @MethodSource("org.shaddock.it.MalformedInputs#brokenHandshakes")
    void shouldRefuseABrokenHandshakeWithCode500(MalformedInputs.Body input) throws IOException {
        try (RawClient client = RawClient.connect(TestServer.uri())) {
            client.send(PacketType.HANDSHAKE, input.bytes());

            RawClient.Ending ending = client.end();
            assertThat(ending.last(PacketType.HANDSHAKE)).isEqualTo("{\"code\":500}");
            assertThat(ending.code()).isEqualTo(1000);
        }
    }

    @ParameterizedTest
    @MethodSource("org.shaddock.it.MalformedInputs#unknownRoutes")
    void shouldAnswer500WhenTheRouteIsUnknown(MalformedInputs.Body input) throws IOException {
        assertThat(answer(input)).startsWith("{\"code\":500,\"message\":\"There is no route '");
    }

    @ParameterizedTest
    @MethodSource("org.shaddock.it.MalformedInputs#brokenJson")
    void shouldAnswer1400WhenTheJsonIsBroken(MalformedInputs.Body input) throws IOException {
        assertThat(answer(input))
                .startsWith("{\"code\":1400,")
                .doesNotContain("org.shaddock", "java.lang", "Exception");
    }

    @ParameterizedTest
    @MethodSource("org.shaddock.it.MalformedInputs#brokenProtobuf")
    void shouldAnswer1400WhenTheProtobufIsBroken(MalformedInputs.Body input) throws IOException {
        assertThat(answer(input)).startsWith("{\"code\":1400,");
    }

    @ParameterizedTest
    @MethodSource("org.shaddock.it.MalformedInputs#ignored")
    void shouldIgnoreWhatWantsNoAnswer(MalformedInputs.Body input) throws IOException {
        try (RawClient client = RawClient.working(TestServer.uri())) {
            client.send(PacketType.DATA, input.bytes());

            assertThat(probe(client)).contains(PROBE_ROUTE);
        }
    }

    @Test
    void shouldIgnorePacketsThatDoNotFitTheState() throws IOException {
        try (RawClient client = RawClient.connect(TestServer.uri())) {
            client.send(PacketType.HANDSHAKE_ACK, new byte[0]);
            client.send(PacketType.HEARTBEAT, new byte[0]);
            client.send(PacketType.DATA, request(PROBE_ROUTE));
            client.shakeHands();
            client.send(PacketType.HANDSHAKE, MalformedInputs.utf8("{\"sys\":{}}"));
            client.send(PacketType.HANDSHAKE_ACK, new byte[0]);

            assertThat(probe(client)).contains(PROBE_ROUTE);
        }
    }

    @Test
    void shouldTakeSeveralPacketsInOneFrameAndOnePacketInSeveralFragments() throws IOException {
        try (RawClient client = RawClient.working(TestServer.uri())) {
            byte[] packet = PacketCodec.encode(PacketType.DATA, request(PROBE_ROUTE));
            byte[] twice = new byte[2 * packet.length];
            System.arraycopy(packet, 0, twice, 0, packet.length);
            System.arraycopy(packet, 0, twice, packet.length, packet.length);
            client.fragment(RawClient.BINARY, Arrays.copyOf(twice, 7));
            client.frame(RawClient.CONTINUATION, Arrays.copyOfRange(twice, 7, twice.length));

            assertThat(body(client)).contains(PROBE_ROUTE);
            assertThat(body(client)).contains(PROBE_ROUTE);
        }
    }

    @Test
    void shouldTakeThePacketsOfTextFrames() throws IOException {
        try (RawClient client = RawClient.working(TestServer.uri())) {
            client.frame(RawClient.TEXT, PacketCodec.encode(PacketType.DATA, request(PROBE_ROUTE)));

            assertThat(body(client)).contains(PROBE_ROUTE);
        }
    }

    @Test
    void shouldSkipProtobufFieldsItDoesNotKnow() throws IOException {
        byte[] withUnknown = MalformedInputs.hex("0802 3205 68656c6c6f 380a");
        try (RawClient client = RawClient.working(TestServer.uri())) {
            client.send(PacketType.DATA, MESSAGES.encode(Message.request(1, "proto.protoHandler.move", withUnknown)));

            assertThat(body(client)).isEqualTo("{\"x\":1}");
        }
    }

    @Test
    void shouldTakeTheLongestFrameThatIsAllowed() throws IOException {
        byte[] longest = new byte[64 * 1024 - 4];
        byte[] start = request(PROBE_ROUTE);
        System.arraycopy(start, 0, longest, 0, start.length);
        try (RawClient client = RawClient.working(TestServer.uri())) {
            client.send(PacketType.DATA, longest);

            assertThat(body(client)).contains(PROBE_ROUTE);
        }
    }

    @Test
    void shouldGrowNeitherInThreadsNorInHeapWhenTenThousandBadInputsCome() throws Exception {
        try (Operator operator = Operator.connect()) {
            attack(INPUTS);
            long threadsBefore = operator.threads();
            long heapBefore = operator.settledHeapBytes(0);
            long startedNanos = System.nanoTime();

            attack(INPUTS);

            long millis = Duration.ofNanos(System.nanoTime() - startedNanos).toMillis();
            Eventually.holds("only the neighbours are left", () -> operator.instances(SESSION_CLASS) == 2);
            long threadGrowth = operator.threads() - threadsBefore;
            long heapGrowth = operator.settledHeapBytes(heapBefore + HEAP_BOUND_BYTES) - heapBefore;
            System.out.printf(
                    "%d malformed inputs in %d ms: threads %+d, heap %+d KiB%n",
                    INPUTS, millis, threadGrowth, heapGrowth / 1024);
            assertThat(threadGrowth).isLessThanOrEqualTo(THREAD_BOUND);
            assertThat(heapGrowth).isLessThanOrEqualTo(HEAP_BOUND_BYTES);
        }
    }

    private static void attack(int inputs) throws Exception {
        ExecutorService attackers = Executors.newFixedThreadPool(ATTACKERS);
        try {
            List<Callable<Void>> rounds = new ArrayList<>();
            List<MalformedInputs.Ending> endings = MalformedInputs.endings();
            List<MalformedInputs.Body> bodies = MalformedInputs.answered();
            for (int round = 0; round < inputs / INPUTS_PER_CONNECTION; round++) {
                MalformedInputs.Ending last = endings.get(round % endings.size());
                int from = round * (INPUTS_PER_CONNECTION - 1) % (bodies.size() - INPUTS_PER_CONNECTION);
                rounds.add(() -> abuse(bodies.subList(from, from + INPUTS_PER_CONNECTION - 1), last));
            }
            for (Future<Void> round : attackers.invokeAll(rounds)) {
                round.get();
            }
        } finally {
            attackers.shutdown();
        }
    }

    /** Sends some of what a connection survives, each when the one before is answered, and then something it does not. */
    private static Void abuse(List<MalformedInputs.Body> bodies, MalformedInputs.Ending last) throws IOException {
        try (RawClient client = RawClient.working(TestServer.uri())) {
            for (MalformedInputs.Body body : bodies) {
                client.send(PacketType.DATA, body.bytes());
                body(client);
            }
            last.act().on(client);
            client.end();
        } catch (IOException e) {
            throw new IOException(last + " after " + bodies, e);
        }
        return null;
    }

    /** Sends a bad request and returns the answer, after which the connection must still work. */
    private static String answer(MalformedInputs.Body input) throws IOException {
        try (RawClient client = RawClient.working(TestServer.uri())) {
            client.send(PacketType.DATA, input.bytes());
            String answer = body(client);
            assertThat(probe(client)).contains(PROBE_ROUTE);
            return answer;
        }
    }

    private static String probe(RawClient client) throws IOException {
        client.send(PacketType.DATA, request(PROBE_ROUTE));
        return body(client);
    }

    private static byte[] request(String route) {
        return MESSAGES.encode(Message.request(2, route, MalformedInputs.utf8("{}")));
    }

    private static String body(RawClient client) throws IOException {
        Message message = MESSAGES.decode(client.expect(PacketType.DATA).body());
        return new String(message.body(), StandardCharsets.UTF_8);
    }
}
