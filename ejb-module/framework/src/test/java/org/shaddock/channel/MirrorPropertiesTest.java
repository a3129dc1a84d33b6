package org.shaddock.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.shaddock.api.HandlerException;
import org.shaddock.api.Session;
import org.shaddock.remote.Peers;
import org.shaddock.remote.SimulatedNetwork.Faults;
import org.shaddock.session.LoginPolicy;
import org.shaddock.session.PeerSessions;
import org.shaddock.testing.ClusterFixture;
import org.shaddock.testing.ClusterNode;
import org.shaddock.testing.ClusterNode.Guest;
import org.shaddock.testing.LogRecorder;

/** Whatever happens on whichever member: when all is said and done, all know the same, and it is so. */
class MirrorPropertiesTest {

    private static final int STEPS = 60;
    private static final List<String> USERS = List.of("ann", "ben", "cay", "dan");
    private static final List<String> CHANNELS = List.of("red", "blue", "green");

    @Property(tries = 150)
    void shouldKnowTheSameOnAllMembersInTheEnd(@ForAll long seed) {
        Story story = new Story(new Random(seed), LoginPolicy.ALLOW);
        story.tell();

        Map<String, Set<String>> channels = channels(story.cluster.nodes().get(0));
        Map<String, Set<String>> users = users(story.cluster.nodes().get(0));
        for (ClusterNode node : story.cluster.nodes()) {
            assertThat(channels(node)).isEqualTo(channels);
            assertThat(users(node)).isEqualTo(users).isEqualTo(story.connected());
        }
    }

    @Property(tries = 50)
    void shouldReachEveryMemberOnceAndNobodyElseInTheEnd(@ForAll long seed) {
        Story story = new Story(new Random(seed), LoginPolicy.ALLOW);
        story.tell();
        story.guests.forEach(guest -> guest.connection().forget());
        Map<String, List<Guest>> reached = new HashMap<>();

        for (String channel : CHANNELS) {
            story.anyNode().channels.create(channel).push(channel, 1);
            story.cluster.settle();
            reached.put(
                    channel,
                    story.guests.stream()
                            .filter(guest -> guest.connection().log().contains("PUSH " + channel + " 1"))
                            .toList());
        }

        ClusterNode witness = story.anyNode();
        for (String channel : CHANNELS) {
            Set<String> names = new TreeSet<>();
            reached.get(channel).forEach(guest -> names.add(guest.session().userId()));
            assertThat(names)
                    .isEqualTo(new TreeSet<>(witness.channels.create(channel).members()));
        }
        story.guests.forEach(guest -> assertThat(guest.connection().log()).doesNotHaveDuplicates());
    }

    @Property(tries = 100)
    void shouldKeepOneSessionOfEachUserInTheEndUnderPoliciesThatWantIt(@ForAll long seed, @ForAll boolean kickOld) {
        Story story = new Story(new Random(seed), kickOld ? LoginPolicy.KICK_OLD : LoginPolicy.REFUSE);
        story.tell();

        story.connected().values().forEach(sessions -> assertThat(sessions).hasSize(1));
        for (ClusterNode node : story.cluster.nodes()) {
            assertThat(users(node)).isEqualTo(story.connected());
        }
    }

    private static Map<String, Set<String>> channels(ClusterNode node) {
        Map<String, Set<String>> channels = new HashMap<>();
        CHANNELS.forEach(
                name -> channels.put(name, Set.copyOf(node.channels.create(name).members())));
        return channels;
    }

    private static Map<String, Set<String>> users(ClusterNode node) {
        Map<String, Set<String>> users = new HashMap<>();
        for (String user : USERS) {
            Set<String> ids = new TreeSet<>();
            node.sessions.of(user).forEach(session -> ids.add(session.id().toString()));
            users.put(user, ids);
        }
        users.values().removeIf(Set::isEmpty);
        return users;
    }

    /** Random things on random members, over a network that loses, doubles and delays. */
    private static final class Story {

        final Random random;
        final ClusterFixture cluster;
        final List<Guest> guests = new ArrayList<>();

        Story(Random random, LoginPolicy policy) {
            this.random = random;
            this.cluster = new ClusterFixture(
                    random.nextLong(),
                    new Faults(random.nextDouble() * 0.2, random.nextDouble() * 0.2, random.nextInt(30)),
                    policy,
                    "a",
                    "b",
                    "c");
        }

        /** Everything from the beginning until nothing moves any more. */
        void tell() {
            try (LogRecorder losses = LogRecorder.of(Peers.class);
                    LogRecorder refusals = LogRecorder.of(PeerSessions.class)) {
                for (int i = 0; i < STEPS; i++) {
                    step();
                    cluster.run(random.nextInt(20));
                }
                cluster.settle();
                assertThat(losses.lines()).allMatch(line -> line.contains("started anew"));
                assertThat(refusals.lines()).allMatch(line -> line.contains("is kicked"));
            }
        }

        ClusterNode anyNode() {
            return any(cluster.nodes());
        }

        /** The ids of the sessions of each user that are connected. */
        Map<String, Set<String>> connected() {
            Map<String, Set<String>> users = new HashMap<>();
            for (ClusterNode node : cluster.nodes()) {
                node.registry.all().stream()
                        .filter(session -> !session.userId().isEmpty())
                        .forEach(session -> users.computeIfAbsent(session.userId(), user -> new TreeSet<>())
                                .add(session.id().toString()));
            }
            return users;
        }

        private void step() {
            switch (random.nextInt(14)) {
                case 0, 1, 2 -> signIn();
                case 3, 4, 5 -> anyNode().channels.create(any(CHANNELS)).add(any(USERS));
                case 6, 7 -> anyNode().channels.create(any(CHANNELS)).leave(any(USERS));
                case 8 -> anyNode().channels.create(any(CHANNELS)).destroy();
                case 9 -> anyNode().channels.create(any(CHANNELS)).push("onNoise", 1);
                case 10, 11 -> endOne();
                case 12 -> disturb();
                default -> workFromAfar();
            }
        }

        private void signIn() {
            Guest guest = anyNode().enter();
            guests.add(guest);
            bind(guest.view(), any(USERS));
        }

        private void endOne() {
            if (!guests.isEmpty()) {
                any(guests).disconnect();
            }
        }

        private void workFromAfar() {
            if (guests.isEmpty()) {
                return;
            }
            Guest guest = any(guests);
            ClusterNode far = anyNode();
            if (cluster.nodes().contains(guest.node()) && far != guest.node()) {
                var session = guest.node().seenFrom(far, guest);
                if (session.userId().isEmpty()) {
                    bind(session, any(USERS));
                } else {
                    session.unbind();
                }
            }
        }

        private void bind(Session session, String userId) {
            try {
                session.bind(userId);
            } catch (HandlerException refused) {
                assertThat(refused).hasMessageContaining("signed in elsewhere");
            }
        }

        private void disturb() {
            switch (random.nextInt(4)) {
                case 0 -> {
                    if (cluster.nodes().size() > 2) {
                        cluster.kill(anyNode().id().name());
                    }
                }
                case 1 -> {
                    if (cluster.nodes().size() < 4) {
                        cluster.start("n" + random.nextInt(1_000_000));
                    }
                }
                case 2 -> cluster.rebear(anyNode().id().name());
                default -> {
                    ClusterNode one = anyNode();
                    ClusterNode other = anyNode();
                    if (one != other) {
                        part(one.id().name(), other.id().name());
                    }
                }
            }
        }

        private void part(String one, String other) {
            if (random.nextBoolean()) {
                cluster.blink(one, other);
            } else {
                cluster.cut(one, other);
            }
        }

        private <T> T any(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }
    }
}
