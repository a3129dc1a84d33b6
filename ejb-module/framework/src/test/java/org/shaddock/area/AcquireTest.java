package org.shaddock.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.shaddock.api.AreaBehavior;
import org.shaddock.api.AreaId;
import org.shaddock.placement.SoloPlacer;

class AcquireTest {

    private static final int AREAS = 100;

    /** The placer gives an area to this member while somebody who wants to enter it already looks for it here. */
    @Test
    void shouldMakeOneCopyOfEachAreaWhenTwoThreadsAcquireItAtOnce() throws Exception {
        AreaFixture fixture = new AreaFixture(new RecordingBehavior());
        AtomicInteger copies = new AtomicInteger();
        AreaType type = new AreaType(() -> counted(copies), List.of());
        AreaHost host = new AreaHost(
                Map.of("room", type), new AreaSettings(100, 0, 50, 0, 1000), fixture.surroundings(task -> {}));
        host.placedBy(new SoloPlacer(fixture.self(), host));

        for (int i = 0; i < AREAS; i++) {
            AreaId area = new AreaId("room", "r" + i);
            CountDownLatch start = new CountDownLatch(2);
            CompletableFuture<Void> placer = CompletableFuture.runAsync(() -> acquire(host, area, start));
            acquire(host, area, start);
            placer.get();
        }

        assertThat(copies).hasValue(AREAS);
    }

    private static void acquire(AreaHost host, AreaId area, CountDownLatch start) {
        start.countDown();
        while (start.getCount() > 0) {
            Thread.yield();
        }
        host.acquired(area, 1);
    }

    @SuppressWarnings("unchecked")
    private static AreaBehavior<Object> counted(AtomicInteger copies) {
        copies.incrementAndGet();
        return (AreaBehavior<Object>) (AreaBehavior<?>) new RecordingBehavior();
    }
}
