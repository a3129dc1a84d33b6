package org.shaddock.hazelcast;

import com.hazelcast.cluster.Cluster;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.shaddock.cluster.ClusterListener;
import org.shaddock.cluster.ClusterView;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberId;
import org.shaddock.cluster.Membership;
import org.shaddock.cluster.Roster;

/**
 * A view made of two things: announcements in a map of the grid, and the grid's own word on which of its members are there. What a
 * lost member leaves in the map is in nobody's view, and the oldest grid member takes it away: it knew of each member before
 * that could announce itself.
 */
final class HazelcastMembership implements Membership, MapFeed.Sink {

    private static final Logger LOG = System.getLogger(HazelcastMembership.class.getName());

    private final Cluster cluster;
    private final Identity identity;
    private final HazelcastGrid.Threads threads;
    private final IMap<String, byte[]> map;
    private final Announcements announcements = new Announcements();
    private final Announcer announcer;
    private final Roster roster;
    private final MapFeed feed;
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile boolean closed;

    HazelcastMembership(HazelcastInstance hazelcast, Identity identity, HazelcastGrid.Threads threads) {
        this.cluster = hazelcast.getCluster();
        this.identity = identity;
        this.threads = threads;
        this.map = GridMaps.members(hazelcast);
        this.announcer = new Announcer(map);
        this.roster = new Roster(threads.quick(), this::present);
        this.feed = new MapFeed(map, this);
        mend();
    }

    @Override
    public MemberId self() {
        return identity.current();
    }

    @Override
    public ClusterView view() {
        return roster.view();
    }

    @Override
    public synchronized void announce(Member self) {
        announcer.announce(self.reborn(self()));
    }

    @Override
    public synchronized void update(Member self) {
        if (announcer.isAnnounced()) {
            announce(self);
        }
    }

    @Override
    public synchronized void withdraw() {
        announcer.withdraw();
    }

    @Override
    public void beReborn() {
        roster.reborn(changeIdentity());
    }

    @Override
    public void listen(ClusterListener listener) {
        roster.listen(listener);
    }

    @Override
    public void changed(String key, byte @Nullable [] before, byte @Nullable [] now) {
        announcements.hear(key, now);
        roster.review();
    }

    @Override
    public void allChanged() {
        mend();
    }

    /** The grid has another member, or one less. */
    void review() {
        roster.review();
        tidy();
    }

    /** Makes up for events and writes that were lost. */
    void mend() {
        if (!closed && reading.compareAndSet(false, true)) {
            CompletableFuture<Void> unused = CompletableFuture.runAsync(this::readAgain, threads.waiting())
                    .whenComplete((done, failure) -> reading.set(false));
        }
    }

    /** Withdraws, as far as the grid takes it within that time, and hears nothing any more. */
    void close(long patienceMillis) {
        feed.close();
        withdraw();
        closed = true;
        await(announcer.rest(), patienceMillis);
    }

    private static void await(CompletableFuture<Void> end, long patienceMillis) {
        try {
            end.get(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(Level.DEBUG, "The grid does not take the withdrawal in time.");
        }
    }

    private synchronized MemberId changeIdentity() {
        MemberId previous = identity.renew();
        announcer.announceAs(self());
        return previous;
    }

    private Optional<Collection<Member>> present() {
        return closed ? Optional.empty() : Optional.of(announced());
    }

    private List<Member> announced() {
        Presence presence = Presence.of(cluster);
        return announcements.all().stream()
                .filter(member -> presence.has(member.id()) && !isEarlierLife(member.id()))
                .toList();
    }

    private boolean isEarlierLife(MemberId id) {
        return id.sameMember(self()) && !id.equals(self());
    }

    private void readAgain() {
        Lossy.run(() -> {
            announcements.readingBegins();
            Map<String, byte[]> all = new HashMap<>();
            map.entrySet().forEach(entry -> all.put(entry.getKey(), entry.getValue()));
            announcements.read(all);
            announcer.mend(!all.containsKey(Announcer.key(self())));
            review();
        });
    }

    private void tidy() {
        Presence presence = Presence.of(cluster);
        if (!closed && presence.isOldestHere()) {
            announcements.all().stream()
                    .map(Member::id)
                    .filter(id -> !presence.has(id))
                    .forEach(lost -> Lossy.run(() -> map.removeAsync(Announcer.key(lost))));
        }
    }
}
