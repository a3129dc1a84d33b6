package org.shaddock.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class JavaHeapTest {

    @Test
    void shouldTellWhatAJavaProcessUses() throws Exception {
        assertThat(JavaHeap.usedMib(List.of(ProcessHandle.current().pid()))).isPositive();
    }

    @Test
    void shouldLeaveAProcessThatIsNoJavaAlone() throws Exception {
        Process other = new ProcessBuilder("sleep", "60").start();
        try {
            assertThat(JavaHeap.usedMib(List.of(other.pid()))).isZero();

            assertThat(other.waitFor(200, TimeUnit.MILLISECONDS)).isFalse();
        } finally {
            other.destroy();
        }
    }
}
