package org.shaddock.trace;

import org.jspecify.annotations.Nullable;

/** The way to a tracing system. Any thread may call; nothing here blocks. */
@FunctionalInterface
public interface Tracer {

    /** Nobody follows anything; costs nothing. */
    Tracer NONE = (kind, name, work) -> Span.NONE;

    /** Begins a span below the one that the work belongs to, or a trace of its own if it belongs to none. */
    Span begin(Kind kind, String name, Work work);

    /** Which side of a conversation a span is. */
    enum Kind {
        /** Asks somebody else. */
        CLIENT,
        /** Answers somebody else. */
        SERVER,
        /** Neither. */
        INTERNAL
    }

    /** Something that takes a while. */
    interface Span {

        /** Of what nobody follows. */
        Span NONE = new Span() {
            @Override
            public String trace() {
                return "";
            }

            @Override
            public void run(Runnable part) {
                part.run();
            }

            @Override
            public void end(@Nullable Throwable error) {}
        };

        /** As W3C {@code traceparent} text; {@code ""} for none. */
        String trace();

        /** Runs a part of it, so that what the container traces meanwhile comes below it. */
        void run(Runnable part);

        /** It has ended, with this error or well. To be called once, by any thread. */
        void end(@Nullable Throwable error);
    }
}
