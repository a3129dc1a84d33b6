package org.shaddock.remote.call;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.shaddock.api.Outcome;
import org.shaddock.api.RemoteCall;
import org.shaddock.api.RemoteFilter;
import org.shaddock.trace.TracedWork;
import org.shaddock.trace.Tracer;
import org.shaddock.trace.Work;

/** The onion of filters around calls, on either side. */
public final class CallFilters {

    private static final Logger LOG = System.getLogger(CallFilters.class.getName());

    private final List<RemoteFilter> filters;
    private final Tracer tracer;

    /** Where nobody follows calls. */
    public CallFilters(List<RemoteFilter> filters) {
        this(filters, Tracer.NONE);
    }

    public CallFilters(List<RemoteFilter> filters, Tracer tracer) {
        this.tracer = tracer;
        this.filters = filters.stream()
                .sorted(Comparator.comparingInt(RemoteFilter::order))
                .toList();
    }

    /** Where a call leaves. */
    Passage calling(RemoteCall call) {
        return new Passage(call, Tracer.Kind.CLIENT, RemoteFilter::beforeCall, RemoteFilter::afterCall);
    }

    /** Where it is carried out. */
    Passage serving(RemoteCall call) {
        return new Passage(call, Tracer.Kind.SERVER, RemoteFilter::beforeServe, RemoteFilter::afterServe);
    }

    /** One call's way in and out, and its span: {@link #enter} once, then {@link #leave} once. */
    final class Passage {

        private final RemoteCall call;
        private final Before before;
        private final After after;
        private final TracedWork work;
        private int entered;

        private Passage(RemoteCall call, Tracer.Kind side, Before before, After after) {
            this.call = call;
            String name = call.service() + "/" + call.method();
            Work current = Work.current();
            this.work =
                    TracedWork.begin(tracer, side, name, side == Tracer.Kind.CLIENT ? current : current.doing(name));
            this.before = before;
            this.after = after;
        }

        /** @throws RuntimeException what a filter refuses the call with; the ones entered are left nevertheless */
        synchronized void enter() {
            while (entered < filters.size()) {
                before.run(filters.get(entered++), call);
            }
        }

        /** Does a part of what the call needs. */
        <T> T within(Supplier<T> part) {
            return work.within(part);
        }

        synchronized void leave(Outcome outcome) {
            while (entered > 0) {
                RemoteFilter filter = filters.get(--entered);
                try {
                    after.run(filter, call, outcome);
                } catch (RuntimeException e) {
                    LOG.log(Level.ERROR, "The filter " + filter + " failed after " + call + ".", e);
                }
            }
            work.end(outcome instanceof Outcome.Failure failure ? failure.error() : null);
        }
    }

    @FunctionalInterface
    private interface Before {

        void run(RemoteFilter filter, RemoteCall call);
    }

    @FunctionalInterface
    private interface After {

        void run(RemoteFilter filter, RemoteCall call, Outcome outcome);
    }
}
