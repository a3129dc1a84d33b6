package org.shaddock.trace;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaId;

/** Something that is worked on, perhaps by several threads one after the other, and its span. */
public final class TracedWork {

    private final Work work;
    private final Tracer.Span span;

    private TracedWork(Work work, Tracer.Span span) {
        this.work = work;
        this.span = span;
    }

    /** Begins something with a span of its own. */
    public static TracedWork begin(Tracer tracer, Tracer.Kind kind, String name, Work work) {
        Tracer.Span span = tracer.begin(kind, name, work);
        return new TracedWork(work.under(span.trace()), span);
    }

    /** Begins something that has a span only as part of what is followed already. */
    public static TracedWork beginPart(Tracer tracer, String name, Work work) {
        return work.isTraced()
                ? begin(tracer, Tracer.Kind.INTERNAL, name, work)
                : new TracedWork(work, Tracer.Span.NONE);
    }

    /** Does a part of it on the calling thread; what is done in an area's turn is done in that. */
    public void run(Runnable part) {
        AreaId area = Work.current().area();
        Work before = (area == null ? work : work.in(area)).enter();
        try {
            span.run(part);
        } finally {
            before.resume();
        }
    }

    /** Does a part of it on the calling thread, which gives something. */
    public <T> T within(Supplier<T> part) {
        AtomicReference<@Nullable T> result = new AtomicReference<>();
        run(() -> result.set(part.get()));
        return Objects.requireNonNull(result.get());
    }

    /** It has ended, with this error or well. To be called once. */
    public void end(@Nullable Throwable error) {
        span.end(error);
    }
}
