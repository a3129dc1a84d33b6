package org.shaddock.web.nio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;
import org.junit.jupiter.api.Test;

class BoundedWriterTest {

    private static final int MOST_BYTES = 1 << 16;

    private final List<CompletionHandler<ByteBuffer>> underWay = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private boolean closed;
    private final BoundedWriter bounded = new BoundedWriter(new SlowWriter());

    @Test
    void shouldPassOnWhatFits() {
        write(MOST_BYTES);

        assertThat(underWay).hasSize(1);
        underWay.get(0).completed(ByteBuffer.allocate(0));
        assertThat(heard).containsExactly("completed");
        assertThat(closed).isFalse();
    }

    @Test
    void shouldDropTheConnectionWhenTooMuchWaits() {
        write(MOST_BYTES);

        write(1);

        assertThat(closed).isTrue();
        assertThat(underWay).hasSize(1);
        assertThat(heard).containsExactly("failed");
    }

    @Test
    void shouldCountOnlyWhatIsStillToBeWritten() {
        for (int i = 0; i < 4; i++) {
            write(MOST_BYTES);
            CompletionHandler<ByteBuffer> last = underWay.get(i);
            switch (i % 3) {
                case 0 -> last.completed(ByteBuffer.allocate(0));
                case 1 -> last.failed(new IllegalStateException("broken"));
                default -> last.cancelled();
            }
        }

        assertThat(closed).isFalse();
        assertThat(heard).containsExactly("completed", "failed", "cancelled", "completed");
    }

    @Test
    void shouldWriteWhatNobodyWaitsFor() {
        bounded.write(ByteBuffer.allocate(1), null);

        underWay.get(0).completed(ByteBuffer.allocate(0));

        assertThat(heard).isEmpty();
    }

    @Test
    void shouldKnowWhatItStandsBefore() {
        Writer own = new SlowWriter();

        assertThat(BoundedWriter.inner(new BoundedWriter(own))).isSameAs(own);
        assertThat(BoundedWriter.inner(own)).isSameAs(own);
    }

    private void write(int bytes) {
        bounded.write(ByteBuffer.allocate(bytes), new CompletionHandler<>() {
            @Override
            public void completed(ByteBuffer result) {
                heard.add("completed");
            }

            @Override
            public void failed(Throwable error) {
                heard.add("failed");
            }

            @Override
            public void cancelled() {
                heard.add("cancelled");
            }
        });
    }

    /** Writes nothing before it is told to. */
    private final class SlowWriter extends Writer {

        @Override
        public void write(ByteBuffer bytes, CompletionHandler<ByteBuffer> handler) {
            underWay.add(handler);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
