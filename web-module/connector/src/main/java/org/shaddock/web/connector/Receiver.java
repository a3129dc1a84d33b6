package org.shaddock.web.connector;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.shaddock.flow.Serial;
import org.shaddock.runtime.Framework;
import org.shaddock.session.ClientSession;
import org.shaddock.session.CloseCode;
import org.shaddock.web.nio.SocketListener;

/**
 * Hands what comes from a client to the framework. Messages go straight on, since nothing waits there; the handshake and
 * the end, where game code may take its time, run on the pool, and what comes while they are under way waits for them.
 */
final class Receiver implements SocketListener {

    private static final Logger LOG = System.getLogger(Receiver.class.getName());

    private final Framework framework;
    private final ClientSession session;
    private final Runnable drop;
    private final Executor pool;
    private final AtomicInteger queued = new AtomicInteger();

    /** @param drop ends the TCP connection */
    Receiver(Framework framework, ClientSession session, Runnable drop) {
        this.framework = framework;
        this.session = session;
        this.drop = drop;
        this.pool = new Serial(framework.pool());
    }

    @Override
    public void message(byte[] payload) {
        if (session.isWorking() && queued.get() == 0) {
            received(framework, session, payload);
        } else {
            later(() -> received(framework, session, payload));
        }
    }

    @Override
    public void waited(long millis) {
        if (session.isWorking() && queued.get() == 0) {
            framework.packets().waited(session, millis);
        }
    }

    @Override
    public void broken(CloseCode code, String what) {
        later(() -> framework.packets().broken(session, code, what));
    }

    @Override
    public void ended(int code) {
        later(() -> {
            framework.connector().disconnected(session, "disconnect " + code);
            drop.run();
        });
    }

    /** A frame that cannot be taken ends its session and no other. */
    static void received(Framework framework, ClientSession session, byte[] frame) {
        try {
            framework.packets().received(session, frame);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "Taking a frame of " + session + " failed.", e);
            framework.connector().kick(session, "internal error", framework.pool());
        }
    }

    private void later(Runnable action) {
        queued.incrementAndGet();
        pool.execute(() -> {
            action.run();
            queued.decrementAndGet();
        });
    }
}
