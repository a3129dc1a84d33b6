package org.shaddock.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Keeps what it is told: a line for each span that has ended, with the number of its parent. */
public final class RecordingTracer implements Tracer {

    private final AtomicInteger lastNumber = new AtomicInteger();
    private final List<String> ended = new ArrayList<>();

    @Override
    public Span begin(Kind kind, String name, Work work) {
        int number = lastNumber.incrementAndGet();
        return new Recorded(number, number + " " + kind + " " + name + " below " + parent(work));
    }

    /** In the order they ended: number, kind, name, parent, error. */
    public synchronized List<String> ended() {
        return List.copyOf(ended);
    }

    private static String parent(Work work) {
        return work.isTraced() ? String.valueOf(Integer.parseInt(work.trace().substring(36, 52), 16)) : "nothing";
    }

    private synchronized void end(String line) {
        ended.add(line);
    }

    private final class Recorded implements Span {

        private final int number;
        private final String line;

        Recorded(int number, String line) {
            this.number = number;
            this.line = line;
        }

        @Override
        public String trace() {
            return "00-%032x-%016x-01".formatted(1, number);
        }

        @Override
        public void run(Runnable part) {
            part.run();
        }

        @Override
        public void end(@Nullable Throwable error) {
            RecordingTracer.this.end(line + (error == null ? "" : ": " + error.getMessage()));
        }
    }
}
