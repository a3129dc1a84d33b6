package org.shaddock.hazelcast;

import com.hazelcast.cluster.Cluster;
import com.hazelcast.map.IMap;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shaddock.cluster.ClusterListener;
import org.shaddock.cluster.ClusterView;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberId;
import org.shaddock.cluster.Membership;
import org.shaddock.cluster.Roster;

/**
 * A view made of two things: announcements in a map of the grid, and the grid's own word on which of its members are there. What a
 * lost member leaves in the map is in nobody's view, and the oldest grid member takes it away after a while.
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
    private final AtomicInteger readings = new AtomicInteger();
    private Set<String> left = Set.of();
    private volatile boolean isGridDown;
    private volatile boolean closed;

    HazelcastMembership(Cluster cluster, IMap<String, byte[]> map, Identity identity, HazelcastGrid.Threads threads) {
        this.cluster = cluster;
        this.identity = identity;
        this.threads = threads;
        this.map = map;
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
        if (now == null) {
            askAfter(key);
        } else {
            announcements.hear(key, now);
            roster.review();
        }
    }

    @Override
    public void allChanged() {
        mend();
    }

    /** The grid has another member, or one less. */
    void review() {
        roster.review();
    }

    /** Nobody is there any more, this member included. */
    void gridIsDown() {
        isGridDown = true;
        roster.review();
    }

    /** Makes up for events and writes that were lost. */
    void mend() {
        if (!closed && readings.getAndIncrement() == 0) {
            threads.waiting().execute(this::readUntilNobodyAsks);
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
        Presence presence = isGridDown ? Presence.NOBODY : Presence.of(cluster);
        return announcements.all().stream()
                .filter(member -> presence.has(member.id()) && !isEarlierLife(member.id()))
                .toList();
    }

    private boolean isEarlierLife(MemberId id) {
        return id.sameMember(self()) && !id.equals(self());
    }

    /** News of a removal may come from the other part of a grid that is just being split, so the map itself is asked. */
    private void askAfter(String key) {
        long askedAt = announcements.now();
        Lossy.run(() -> map.getAsync(key).whenComplete((bytes, failure) -> {
            if (failure == null) {
                answered(askedAt, key, bytes);
            }
        }));
    }

    /** What this member wants known of itself is brought back, not taken out, when the grid has lost it. */
    private void answered(long askedAt, String key, byte @Nullable [] bytes) {
        if (bytes == null && announcer.wants(key)) {
            announcer.mend(true);
        } else {
            announcements.answer(askedAt, key, bytes);
            roster.review();
        }
    }

    private void readUntilNobodyAsks() {
        int asked;
        do {
            asked = readings.get();
            Lossy.run(this::read);
        } while (!readings.compareAndSet(asked, 0));
    }

    private void read() {
        long askedAt = announcements.now();
        Map<String, byte[]> all = new HashMap<>();
        map.entrySet().forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        String own = Announcer.key(self());
        announcements.read(askedAt, all, key -> key.equals(own) && announcer.wants(own));
        announcer.mend(!all.containsKey(own));
        roster.review();
        tidy(all.keySet());
    }

    /** Takes away what was left by those who were not there at the last reading either. */
    private void tidy(Set<String> announced) {
        Presence presence = Presence.of(cluster);
        Set<String> nobodys = announcements.all().stream()
                .map(Member::id)
                .filter(id -> !presence.has(id))
                .map(Announcer::key)
                .filter(announced::contains)
                .collect(Collectors.toSet());
        if (presence.isOldestHere()) {
            nobodys.stream().filter(left::contains).forEach(map::removeAsync);
        }
        left = nobodys;
    }
}
