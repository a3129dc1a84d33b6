package org.shaddock.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaddock.remote.RecordedFrames.frame;

import com.hazelcast.core.HazelcastInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shaddock.cluster.MemberId;
import org.shaddock.metrics.Counters;
import org.shaddock.remote.FixedMembership;
import org.shaddock.remote.PeerLinkContract;
import org.shaddock.remote.RecordedFrames;
import org.shaddock.remote.link.LinkLimits;
import org.shaddock.remote.link.OrderedLink;

/** The contract over the topics of three real grid members. */
class HazelcastLinkTest extends PeerLinkContract {

    private static final long WAIT_SECONDS = 20;
    private static final AtomicInteger THREADS = new AtomicInteger();

    private static HazelcastMembers grid;
    private static ExecutorService threads;
    private static ScheduledExecutorService timer;
    private static List<Node> nodes;

    @BeforeAll
    static void start() {
        grid = new HazelcastMembers(3);
        threads = Executors.newFixedThreadPool(3, task -> new Thread(task, "link-" + THREADS.incrementAndGet()));
        timer = Executors.newSingleThreadScheduledExecutor();
        MemberId[] ids = IntStream.range(0, 3)
                .mapToObj(i -> new MemberId("node" + i, "1"))
                .toArray(MemberId[]::new);
        nodes = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            nodes.add(node(grid.member(i), new FixedMembership(ids[i], ids)));
        }
    }

    @AfterAll
    static void stop() {
        nodes.forEach(node -> node.link().close());
        timer.shutdownNow();
        threads.shutdownNow();
        grid.close();
    }

    @Test
    void shouldCallTheListenerOnItsOwnThreads() {
        Node a = node(0);
        Node b = node(1);
        a.link().send(b.id(), frame("thread"));
        await(() -> b.frames().from(a.id()).contains("thread"));

        assertThat(b.frames().threads()).isNotEmpty().allMatch(name -> name.startsWith("link-"));
    }

    @Test
    void shouldFreeTheTopicOfAMemberThatLeft() {
        Node a = node(0);
        MemberId gone = new MemberId("gone-for-good", "1");
        a.membership().join(gone);
        a.link().send(gone, frame("x"));
        boolean created = await(() -> hasTopic(gone));
        a.membership().leave(gone);

        assertThat(created).isTrue();
        assertThat(await(() -> !hasTopic(gone))).isTrue();
    }

    @Test
    void shouldIgnoreWhatIsNoBatch() {
        Node a = node(0);
        Node b = node(1);
        grid.member(2).<Object>getTopic("shaddock.link." + b.id()).publish("no bytes");
        grid.member(2).<Object>getTopic("shaddock.link." + b.id()).publish(new byte[] {1, 2, 3});
        a.link().send(b.id(), frame("still there"));

        assertThat(await(() -> b.frames().from(a.id()).contains("still there"))).isTrue();
    }

    @Override
    protected Node node(int number) {
        return nodes.get(number);
    }

    @Override
    protected boolean await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            pause();
        }
        return condition.getAsBoolean();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(5);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean hasTopic(MemberId member) {
        return grid.member(0).getDistributedObjects().stream()
                .anyMatch(object -> object.getName().equals("shaddock.link." + member));
    }

    private static Node node(HazelcastInstance member, FixedMembership membership) {
        RecordedFrames frames = new RecordedFrames();
        OrderedLink link = new OrderedLink(
                membership,
                new HazelcastWire(member),
                LinkLimits.DEFAULT,
                new OrderedLink.Environment(
                        threads, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()) + 1_000_000, new Counters()));
        link.listen(frames);
        timer.scheduleWithFixedDelay(link::sweep, 100, 100, TimeUnit.MILLISECONDS);
        return new Node(link, membership, frames);
    }
}
