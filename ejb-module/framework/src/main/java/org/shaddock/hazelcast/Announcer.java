package org.shaddock.hazelcast;

import com.hazelcast.map.IMap;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberCodec;
import org.shaddock.cluster.MemberId;

/**
 * Brings what the grid says of this member to what it should say, one write after the other. Only the newest announcement waits,
 * however slow the grid is. Thread-safe; nothing blocks.
 */
final class Announcer {

    private final IMap<String, byte[]> map;
    private final Set<String> obsolete = new LinkedHashSet<>();
    private @Nullable Member wanted;
    private @Nullable Member written;
    private boolean writing;
    private CompletableFuture<Void> rest = CompletableFuture.completedFuture(null);

    Announcer(IMap<String, byte[]> map) {
        this.map = map;
    }

    static String key(MemberId id) {
        return id.toString();
    }

    synchronized boolean isAnnounced() {
        return wanted != null;
    }

    /** Whether something is to stand under a key. */
    synchronized boolean wants(String key) {
        return wanted != null && key(wanted.id()).equals(key);
    }

    synchronized void announce(Member member) {
        if (wanted != null && !wanted.id().equals(member.id())) {
            obsolete.add(key(wanted.id()));
        }
        obsolete.remove(key(member.id()));
        wanted = member;
        write();
    }

    /** From now on it is announced under another identity, if it is announced at all. */
    synchronized void announceAs(MemberId id) {
        if (wanted != null) {
            announce(wanted.reborn(id));
        }
    }

    synchronized void withdraw() {
        if (wanted != null) {
            obsolete.add(key(wanted.id()));
            wanted = null;
        }
        write();
    }

    /** The grid has lost the announcement, or a write has failed: tries again. */
    synchronized void mend(boolean isMissing) {
        if (isMissing && !writing) {
            written = null;
        }
        write();
    }

    /** Ends when nothing is being written: all has been, or the grid does not take it. */
    synchronized CompletableFuture<Void> rest() {
        return rest.copy();
    }

    private void write() {
        if (!writing) {
            writing = true;
            rest = new CompletableFuture<>();
            next();
        }
    }

    private void next() {
        Member member = wanted;
        if (!obsolete.isEmpty()) {
            String key = obsolete.iterator().next();
            start(() -> map.removeAsync(key), () -> removed(key));
        } else if (member != null && !member.equals(written)) {
            byte[] bytes = MemberCodec.encode(member);
            start(() -> map.setAsync(key(member.id()), bytes), () -> written = member);
        } else {
            end();
        }
    }

    private void start(Write write, Runnable onSuccess) {
        try {
            CompletionStage<?> unused = write.start().whenComplete((done, failure) -> ended(failure, onSuccess));
        } catch (RuntimeException e) {
            end();
        }
    }

    private synchronized void ended(@Nullable Throwable failure, Runnable onSuccess) {
        if (failure == null) {
            onSuccess.run();
            next();
        } else {
            end();
        }
    }

    private void removed(String key) {
        obsolete.remove(key);
        if (written != null && key(written.id()).equals(key)) {
            written = null;
        }
    }

    private void end() {
        writing = false;
        rest.complete(null);
    }

    /** A write that has been begun. */
    private interface Write {

        CompletionStage<?> start();
    }
}
