package org.shaddock.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.shaddock.metrics.Counters;
import org.shaddock.protocol.PacketCodec;
import org.shaddock.protocol.PacketType;
import org.shaddock.testing.RecordingConnection;

/**
 * Random bundles to random members, who join, leave, stop reading and read again. Each gets what was sent while it was a
 * member, in order and once; one that is slow may lose what a newer push of the same route has replaced, nothing else.
 */
class BundlePropertiesTest {

    private static final OutboxLimits LIMITS = new OutboxLimits(60, 1 << 20);

    @Property(tries = 300)
    void shouldDeliverEveryPacketOnceAndInOrder(@ForAll("stories") List<Step> story) {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            members.add(new Member());
        }
        int number = 0;
        for (Step step : story) {
            Member member = members.get(step.member());
            switch (step.what()) {
                case 0 -> member.joined = !member.joined;
                case 1 -> member.connection.hold();
                case 2 -> member.connection.releaseAll();
                default -> {
                    List<Outgoing> packets = new ArrayList<>();
                    for (int i = 0; i < step.size(); i++) {
                        packets.add(packet(number++));
                    }
                    Outgoing bundle = Outgoing.bundle(packets);
                    members.forEach(each -> each.receive(bundle));
                }
            }
        }
        members.forEach(Member::check);
    }

    @Provide
    Arbitrary<List<Step>> stories() {
        Arbitrary<Step> step = Arbitraries.integers().between(0, 3).flatMap(member -> Arbitraries.integers()
                .between(0, 6)
                .flatMap(what -> Arbitraries.integers().between(1, 5).map(size -> new Step(member, what, size))));
        return step.list().ofMaxSize(60);
    }

    /** Every third waits its turn, the others are the newest of one of two routes. */
    private static Outgoing packet(int number) {
        String key = number % 3 == 0 ? null : "route" + number % 3;
        return Outgoing.of(PacketCodec.encode(PacketType.KICK, (number + ":" + key).getBytes(UTF_8)), key, null);
    }

    /**
     * @param what 0 joins or leaves, 1 stops reading, 2 reads again, all others send
     * @param size packets to send
     */
    record Step(int member, int what, int size) {}

    private static final class Member {

        private final RecordingConnection connection = new RecordingConnection();
        private final Outbox outbox = new Outbox(connection, LIMITS, new Traffic(new Counters()));
        private final List<String> sent = new ArrayList<>();
        private int replaced;
        private boolean joined;

        void receive(Outgoing bundle) {
            if (joined) {
                outbox.offer(bundle);
                replaced += outbox.takeReplaced();
                bundle.parts().forEach(part -> sent.add(text(part)));
            }
        }

        void check() {
            connection.releaseAll();
            List<String> got = connection.log();
            assertThat(sent).containsSubsequence(got);
            assertThat(got).hasSize(sent.size() - replaced).doesNotHaveDuplicates();
            assertThat(got).containsAll(newestAndReliable());
            assertThat(outbox.pendingBytes()).isZero();
        }

        private List<String> newestAndReliable() {
            List<String> kept = new ArrayList<>();
            Map<String, String> newest = new LinkedHashMap<>();
            for (String packet : sent) {
                @Nullable String route = packet.endsWith(":null") ? null : packet.substring(packet.indexOf(':'));
                if (route == null) {
                    kept.add(packet);
                } else {
                    newest.put(route, packet);
                }
            }
            kept.addAll(newest.values());
            return kept;
        }

        private static String text(Outgoing.Single part) {
            return "KICK " + new String(part.packet(), 4, part.bytes() - 4, UTF_8);
        }
    }
}
