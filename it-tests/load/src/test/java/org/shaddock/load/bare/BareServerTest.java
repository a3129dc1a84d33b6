package org.shaddock.load.bare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shaddock.load.Main;

class BareServerTest {

    private static final int EVERY_MILLIS = 5;

    @ParameterizedTest
    @EnumSource(Flush.class)
    void shouldDeliverEveryMoveToEverybodyOnce(Flush flush) throws InterruptedException {
        Map<String, Object> figures = run(flush, "broadcast", "--players", "12", "--rate", "20");

        assertThat(figures)
                .containsEntry("acts", 12 * 20L)
                .containsEntry("expected", 12 * 12 * 20L)
                .containsEntry("delivered", 12 * 12 * 20L)
                .containsEntry("repeated", 0L)
                .containsEntry("gone", 0);
    }

    @Test
    void shouldAnswerEveryQuestion() throws InterruptedException {
        Map<String, Object> figures = run(Flush.PUSH, "echo", "--players", "4", "--rate", "200");

        assertThat(figures).containsEntry("acts", 200L).containsEntry("delivered", 200L);
    }

    private static Map<String, Object> run(Flush flush, String mode, String... more) throws InterruptedException {
        try (BareServer server = new BareServer(0, flush, EVERY_MILLIS)) {
            String[] arguments = new String[more.length + 8];
            System.arraycopy(
                    new String[] {"--url", "ws://127.0.0.1:" + server.port(), "--mode", mode}, 0, arguments, 0, 4);
            System.arraycopy(new String[] {"--warmup", "0", "--seconds", "1"}, 0, arguments, 4, 4);
            System.arraycopy(more, 0, arguments, 8, more.length);
            return Main.figures(arguments);
        }
    }
}
