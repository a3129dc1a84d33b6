package org.shaddock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shaddock.api.SessionId;
import org.shaddock.trace.Work;

class LogFieldsTest {

    private static final Work WORK = Work.request(new SessionId("m", 7), "room.chatRoom.say");
    private static final Map<String, String> FIELDS = Map.of("session", "m#7", "route", "room.chatRoom.say");

    private final List<LogRecord> heard = new ArrayList<>();
    private final Handler server = new Handler() {
        @Override
        public void publish(LogRecord line) {
            heard.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final Logger parent = Logger.getLogger("fields");
    private final System.Logger logger = System.getLogger("fields.of.a.game");
    private final LogFields fields = LogFields.attach(List.of("fields.of"));

    @BeforeEach
    void listen() {
        parent.setUseParentHandlers(false);
        parent.addHandler(server);
    }

    @AfterEach
    void forget() {
        fields.detach();
        parent.removeHandler(server);
    }

    @Test
    void shouldAddFieldsBeforeTheServerSeesTheLine() {
        say("Route {0} failed.", "room.chatRoom.say");

        assertThat(heard.get(0).getParameters()).containsExactly("room.chatRoom.say", FIELDS);
        assertThat(new SimpleFormatter().formatMessage(heard.get(0))).isEqualTo("Route room.chatRoom.say failed.");
    }

    @Test
    void shouldAddFieldsToALineThatHasNoParameters() {
        say("It's over.");

        assertThat(heard.get(0).getParameters()).containsExactly(FIELDS);
        assertThat(new SimpleFormatter().formatMessage(heard.get(0))).isEqualTo("It's over.");
    }

    @Test
    void shouldLeaveALineAloneThatWouldBecomeAPattern() {
        say("Somebody is called {0}.");

        assertThat(new SimpleFormatter().formatMessage(heard.get(0))).isEqualTo("Somebody is called {0}.");
    }

    @Test
    void shouldLeaveLinesAloneWhenNothingIsDone() {
        logger.log(System.Logger.Level.INFO, "Nothing.");

        assertThat(heard.get(0).getParameters()).isNullOrEmpty();
    }

    @Test
    void shouldAddNothingOnceItIsDetached() {
        fields.detach();

        say("Late.");

        assertThat(heard.get(0).getParameters()).isNullOrEmpty();
    }

    private void say(String text, Object... parameters) {
        Work before = WORK.enter();
        logger.log(System.Logger.Level.INFO, text, parameters);
        before.resume();
    }
}
