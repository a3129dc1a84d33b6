package org.shaddock.session;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.shaddock.protocol.Message;

/**
 * Keeps the last messages of the sessions that connected last or were looked at last, for developers. It stands between the
 * transport and the connector, and between the connector and the handlers; where nobody puts it there it costs nothing.
 */
public final class MessageTap {

    private static final int MOST_SESSIONS = 100;

    private final LongSupplier nowMillis;
    private final AtomicLong lastNumber = new AtomicLong();
    private final Set<TappedConnection> watched = new LinkedHashSet<>();

    public MessageTap(LongSupplier nowMillis) {
        this.nowMillis = nowMillis;
    }

    /** The connection, with its messages seen. */
    public Connection on(Connection connection) {
        TappedConnection tapped = new TappedConnection(connection, this);
        watch(tapped);
        return tapped;
    }

    /** What takes clients' messages, with these seen. */
    public Inbound on(Inbound inbound) {
        return new TappedInbound(inbound, this);
    }

    /** What was seen of a session later than the message of that number. From now on more is kept, if nothing was so far. */
    public List<TappedMessage> messages(ClientSession session, long after, WireCodec codec) {
        if (!(session.connection() instanceof TappedConnection tapped)) {
            return List.of();
        }
        watch(tapped);
        return tapped.recording().stream()
                .filter(seen -> seen.number() > after)
                .flatMap(seen -> seen.read(codec).stream())
                .toList();
    }

    long nextNumber() {
        return lastNumber.incrementAndGet();
    }

    long nowMillis() {
        return nowMillis.getAsLong();
    }

    private synchronized void watch(TappedConnection connection) {
        watched.remove(connection);
        watched.add(connection);
        connection.record();
        if (watched.size() > MOST_SESSIONS) {
            TappedConnection oldest = watched.iterator().next();
            watched.remove(oldest);
            oldest.forget();
        }
    }

    /** How many sessions' messages are kept. */
    synchronized int size() {
        return watched.size();
    }

    private record TappedInbound(Inbound inbound, MessageTap tap) implements Inbound {

        @Override
        public void onMessage(ClientSession session, Message message) {
            seen(session, message);
            inbound.onMessage(session, message);
        }

        @Override
        public void onRefused(ClientSession session, Message message) {
            seen(session, message);
            inbound.onRefused(session, message);
        }

        private void seen(ClientSession session, Message message) {
            if (session.connection() instanceof TappedConnection tapped) {
                tapped.received(message);
            }
        }
    }

    /** Something seen, kept as it came. */
    interface Seen {

        long number();

        int bytes();

        Collection<TappedMessage> read(WireCodec codec);
    }
}
