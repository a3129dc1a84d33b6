package org.shaddock.runtime;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.shaddock.tick.BeatCheck;

/**
 * Beats for all ticks of this member while there are any: the container's timer service if the shortest tick is longer than
 * 50 ms, and for shorter ones, which its uneven beats would disturb, a thread of the container's that wakes when something is due; so
 * too where the timer turns out to be slower than it was asked to be, which is found out when the application starts. Without a tick
 * method in the deployment it does nothing.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TickHeart {

    private static final Logger LOG = System.getLogger(TickHeart.class.getName());
    private static final long TIMER_BEAT_MILLIS = 10;
    private static final long LONGEST_FOR_THREAD_MILLIS = 50;

    /** To wake costs more than a thousand looks at what is due, so what is due at about the same time is told together. */
    private static final long TOGETHER_MILLIS = 2;

    private static final long PAUSES_PER_PERIOD = 25;

    private static final long TOLERATED_BEAT_MILLIS = 2 * TIMER_BEAT_MILLIS;

    @Resource
    private TimerService timers;

    @Resource
    private ManagedThreadFactory threads;

    @Resource
    private SessionContext context;

    @EJB
    private ShaddockServer server;

    private final Object lock = new Object();
    private final BeatCheck check = new BeatCheck();
    private long longestPauseMillis;
    private boolean byThread;
    private boolean beating;
    private volatile boolean stopped;
    private @Nullable Thread thread;

    @PostConstruct
    void start() {
        OptionalLong shortestMillis = server.framework().shortestTickMillis();
        if (shortestMillis.isPresent()) {
            longestPauseMillis = shortestMillis.getAsLong();
            byThread = longestPauseMillis <= LONGEST_FOR_THREAD_MILLIS;
            TickHeart self = context.getBusinessObject(TickHeart.class);
            server.framework().wheel().beatenBy(self::awaken);
            awaken();
        }
    }

    /** Beats from now on, if it does not yet: something ticks. */
    public void awaken() {
        synchronized (lock) {
            if (beating || stopped) {
                return;
            }
            if (byThread) {
                startThread();
            } else {
                timers.createIntervalTimer(TIMER_BEAT_MILLIS, TIMER_BEAT_MILLIS, new TimerConfig(null, false));
            }
            beating = true;
        }
    }

    @Timeout
    void beat(Timer timer) {
        long unused = server.framework().beat();
        OptionalLong averageMillis = check.beat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
        if (averageMillis.isPresent() && averageMillis.getAsLong() > TOLERATED_BEAT_MILLIS) {
            LOG.log(
                    Level.WARNING,
                    "The EJB timer beats every {0} ms instead of every {1} ms, so a thread beats for the ticks from now on. Set"
                            + " ejb-container.ejb-timer-service.minimum-delivery-interval-in-millis={1} in the domain.",
                    averageMillis.getAsLong(),
                    TIMER_BEAT_MILLIS);
            timer.cancel();
            goOnByThread();
        } else if (check.isOver() && rests(server.framework())) {
            timer.cancel();
        }
    }

    @PreDestroy
    void stop() {
        stopped = true;
        LockSupport.unpark(thread);
    }

    private void goOnByThread() {
        synchronized (lock) {
            byThread = true;
            startThread();
        }
    }

    private void startThread() {
        thread = threads.newThread(this::beatWhileNeeded);
        thread.start();
    }

    /** It never sleeps longer than the shortest period: what is added meanwhile is not due earlier than that. */
    private void beatWhileNeeded() {
        Framework framework = server.framework();
        long shortestPauseMillis = Math.min(TOGETHER_MILLIS, longestPauseMillis / PAUSES_PER_PERIOD);
        do {
            long untilNextMillis = framework.beat();
            long pauseMillis = Math.max(shortestPauseMillis, Math.min(untilNextMillis, longestPauseMillis));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pauseMillis));
        } while (!stopped && !rests(framework));
    }

    /** Whether nothing ticks any more. Who adds something later awakens it. */
    private boolean rests(Framework framework) {
        if (framework.wheel().size() > 0) {
            return false;
        }
        synchronized (lock) {
            beating = framework.wheel().size() > 0;
            return !beating;
        }
    }
}
