package org.shaddock.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shaddock.api.Channel;
import org.shaddock.api.Delivery;
import org.shaddock.api.PushResult;
import org.shaddock.session.JsonCodec;
import org.shaddock.testing.Crowd;
import org.shaddock.testing.LogRecorder;
import org.shaddock.testing.RecordingConnection;
import org.shaddock.testing.ServerFixture;
import org.shaddock.testing.TestClient;

class ChannelTest {

    private static final String HI = "PUSH onChat \"hi\"";

    private final ServerFixture server =
            ServerFixture.with().set("server-types", "test").start();
    private final Channel room = server.channels().create("room");

    @Test
    void shouldPushToItsMembers() {
        TestClient ann = enter("ann");
        TestClient ben = enter("ben");
        TestClient eve = enter("eve");
        room.add("ann");
        room.add("ben");

        assertThat(room.push("onChat", "hi")).isEqualTo(new PushResult(2, Set.of()));

        assertThat(ann.log()).containsExactly(HI);
        assertThat(ben.log()).containsExactly(HI);
        assertThat(eve.log()).isEmpty();
    }

    @Test
    void shouldHaveAUserOnceWhenItIsAddedTwice() {
        TestClient ann = enter("ann");

        assertThat(room.add("ann")).isTrue();
        assertThat(room.add("ann")).isFalse();
        room.push("onChat", "hi");

        assertThat(ann.log()).containsExactly(HI);
    }

    @Test
    void shouldReachEverySessionOfAUser() {
        TestClient phone = enter("ann");
        TestClient browser = enter("ann");
        room.add("ann");

        assertThat(room.push("onChat", "hi").delivered()).isEqualTo(2);
        assertThat(phone.log()).containsExactly(HI);
        assertThat(browser.log()).containsExactly(HI);
    }

    @Test
    void shouldReachTheSessionsThatAUserHasWhenItIsToldNotThoseItHadBefore() {
        TestClient phone = enter("ann");
        room.add("ann");
        room.push("onChat", "hi");
        TestClient browser = enter("ann");
        room.push("onChat", "hi");
        phone.view().unbind();

        assertThat(room.push("onChat", "hi").delivered()).isOne();
        assertThat(phone.log()).containsExactly(HI, HI);
        assertThat(browser.log()).containsExactly(HI, HI);
    }

    @Test
    void shouldNotTakeAUserWhoHasNoSession() {
        assertThat(room.add("nobody")).isFalse();
        assertThat(room.members()).isEmpty();
    }

    @Test
    void shouldLetAUserLeave() {
        TestClient ann = enter("ann");
        room.add("ann");

        assertThat(room.leave("ann")).isTrue();
        assertThat(room.leave("ann")).isFalse();
        room.push("onChat", "hi");

        assertThat(ann.log()).isEmpty();
    }

    @Test
    void shouldListMembersInTheOrderTheyCame() {
        List.of("zoe", "ann", "ben").forEach(this::enter);
        List.of("zoe", "ann", "ben").forEach(room::add);

        assertThat(room.members()).containsExactly("zoe", "ann", "ben");
    }

    @Test
    void shouldExistAsLongAsItHasMembers() {
        enter("ann");
        assertThat(server.channels().find("room")).isEmpty();

        room.add("ann");
        assertThat(server.channels().find("room").orElseThrow().members()).containsExactly("ann");

        room.destroy();
        assertThat(server.channels().find("room")).isEmpty();
    }

    @Test
    void shouldBeTheSameChannelUnderTheSameName() {
        enter("ann");
        server.channels().create("room").add("ann");

        assertThat(room.members()).containsExactly("ann");
        assertThat(server.channels().create("other").members()).isEmpty();
    }

    @Test
    void shouldLoseAUserWhoseLastSessionEnds() {
        TestClient phone = enter("ann");
        TestClient browser = enter("ann");
        room.add("ann");
        phone.disconnect();
        assertThat(room.members()).containsExactly("ann");

        browser.disconnect();

        assertThat(room.members()).isEmpty();
        assertThat(server.framework().channels().count()).isZero();
    }

    @Test
    void shouldLoseAUserWhoIsUnbound() {
        TestClient ann = enter("ann");
        room.add("ann");
        ann.view().unbind();

        assertThat(room.members()).isEmpty();
    }

    @Test
    void shouldTellWhoWasMissed() {
        enter("ann");
        TestClient early = server.connect();
        early.view().bind("early");

        assertThat(server.channels().pushTo(List.of("ann", "nobody", "early"), "onChat", "hi"))
                .isEqualTo(new PushResult(1, Set.of("nobody", "early")));
    }

    @Test
    void shouldSendOnceToAUserWhoIsNamedTwice() {
        TestClient ann = enter("ann");

        assertThat(server.channels()
                        .pushTo(List.of("ann", "ann"), "onChat", "hi")
                        .delivered())
                .isOne();
        assertThat(ann.log()).containsExactly(HI);
    }

    @Test
    void shouldReachTheOthersWhenOneReceiverFails() {
        TestClient ann = enter("ann");
        TestClient broken = enter("broken", new RecordingConnection());
        TestClient ben = enter("ben");
        List.of("ann", "broken", "ben").forEach(room::add);
        broken.connection().throwAtWrites();

        try (LogRecorder log = LogRecorder.of("org.shaddock.session.Outbox")) {
            room.push("onChat", "hi");
            assertThat(log.lines()).hasSize(1);
        }

        assertThat(ann.log()).containsExactly(HI);
        assertThat(ben.log()).containsExactly(HI);
    }

    @Test
    void shouldReachTheOthersWhenOneReceiverIsTooSlow() {
        TestClient slow = enter("slow", new RecordingConnection());
        slow.connection().hold();
        TestClient ann = enter("ann");
        List.of("slow", "ann").forEach(room::add);
        String long40k = "x".repeat(40_000);
        for (int i = 0; i < 30; i++) {
            room.push("onChat", long40k);
        }

        assertThat(ann.log()).hasSize(30);
        assertThat(room.members()).containsExactly("ann");
        assertThat(server.sessions().of("slow")).isEmpty();
    }

    @Test
    void shouldReplaceOldPushesOfASlowReceiverWhenTheLatestWins() {
        TestClient slow = enter("slow", new RecordingConnection());
        slow.connection().hold();
        room.add("slow");
        room.push("map", "x".repeat(70_000));
        IntStream.range(0, 100).forEach(i -> room.push("pos", i, Delivery.LATEST_WINS));

        slow.connection().releaseAll();

        assertThat(slow.log()).hasSize(2).endsWith("PUSH pos 99");
    }

    @Test
    void shouldEncodeABodyOnceForAllReceivers() {
        CountingCodec[] codec = new CountingCodec[1];
        ServerFixture big = ServerFixture.with()
                .codec(real -> codec[0] = new CountingCodec(real, new AtomicInteger()))
                .start();
        Channel crowd = big.channels().create("crowd");
        for (int i = 0; i < 1000; i++) {
            TestClient client = big.enter();
            client.view().bind("u" + i);
            crowd.add("u" + i);
        }
        codec[0].written().set(0);

        assertThat(crowd.push("onChat", Map.of("msg", "hi")).delivered()).isEqualTo(1000);

        assertThat(codec[0].written()).hasValue(1);
    }

    @Test
    void shouldBroadcastToEverybodyOfAServerType() {
        TestClient ann = enter("ann");
        TestClient anonymous = server.enter();
        TestClient early = server.connect();

        assertThat(server.channels().broadcast("test", "onNews", "hi")).isEqualTo(new PushResult(2, Set.of()));
        assertThat(server.channels().broadcast("other", "onNews", "hi")).isEqualTo(new PushResult(0, Set.of()));

        assertThat(ann.log()).containsExactly("PUSH onNews \"hi\"");
        assertThat(anonymous.log()).containsExactly("PUSH onNews \"hi\"");
        assertThat(early.log()).isEmpty();
    }

    @Test
    void shouldTellTheCallerWhenABodyCannotBeWritten() {
        enter("ann");
        room.add("ann");

        try (LogRecorder library = LogRecorder.of("org.eclipse.yasson")) {
            assertThatIllegalArgumentException().isThrownBy(() -> room.push("onChat", new Unwritable()));
            assertThat(library.records()).isNotEmpty();
        }
    }

    @Test
    void shouldKeepBothDirectionsTogetherWhenUsersJoinAndLeaveAtOnce() throws Exception {
        TestClient ann = enter("ann");
        for (int round = 0; round < 100; round++) {
            Crowd.run(4, n -> IntStream.range(0, 20).forEach(i -> {
                if (n % 2 == 0) {
                    room.add("ann");
                } else {
                    room.leave("ann");
                }
            }));
        }
        room.add("ann");
        ann.disconnect();

        assertThat(room.members()).isEmpty();
        assertThat(server.framework().channels().count()).isZero();
    }

    @Test
    void shouldLeaveNoGhostWhenUsersAreAddedWhileTheirSessionsEnd() throws Exception {
        for (int round = 0; round < 200; round++) {
            TestClient client = enter("ann");
            Crowd.run(2, n -> {
                if (n == 0) {
                    room.add("ann");
                } else {
                    client.disconnect();
                }
            });
            assertThat(room.members()).isEmpty();
        }
    }

    @Test
    void shouldKeepAUserWhoSignsInAgainWhileTheOldSessionEnds() throws Exception {
        TestClient old = enter("ann");
        for (int round = 0; round < 200; round++) {
            TestClient[] both = {old, server.enter()};
            Crowd.run(2, n -> {
                if (n == 0) {
                    both[0].disconnect();
                } else {
                    both[1].view().bind("ann");
                    room.add("ann");
                }
            });
            assertThat(room.members()).containsExactly("ann");
            old = both[1];
        }
    }

    @Test
    void shouldPushToWhoeverIsThereWhenUsersComeAndGo() throws Exception {
        enter("ann");
        enter("ben");
        Crowd.run(4, n -> IntStream.range(0, 500).forEach(i -> {
            switch (n) {
                case 0 -> room.add("ann");
                case 1 -> room.leave("ann");
                case 2 -> room.add("ben");
                default -> assertThat(room.push("onChat", "hi").delivered()).isBetween(0, 2);
            }
        }));

        assertThat(room.members()).contains("ben");
    }

    private TestClient enter(String userId) {
        return enter(userId, new RecordingConnection());
    }

    private TestClient enter(String userId, RecordingConnection connection) {
        TestClient client = server.enter(connection);
        client.view().bind(userId);
        return client;
    }

    public static final class Unwritable {
        public String getName() {
            throw new IllegalStateException("broken");
        }
    }

    private record CountingCodec(JsonCodec real, AtomicInteger written) implements JsonCodec {

        @Override
        public byte[] write(Object value) {
            written.incrementAndGet();
            return real.write(value);
        }

        @Override
        public Map<String, Object> readObject(byte[] json) {
            return real.readObject(json);
        }

        @Override
        public Object read(byte[] json, Type type) {
            return real.read(json, type);
        }
    }
}
