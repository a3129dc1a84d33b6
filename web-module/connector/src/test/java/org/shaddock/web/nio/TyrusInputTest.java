package org.shaddock.web.nio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.websocket.CloseReason;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.tyrus.spi.Connection;
import org.glassfish.tyrus.spi.ReadHandler;
import org.glassfish.tyrus.spi.Writer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With objects that have the fields of Tyrus' own. */
class TyrusInputTest {

    private final Upgrade upgrade = new Upgrade();
    private final Protocol protocol = new Protocol();
    private TyrusInput input;

    @BeforeEach
    void look() throws ReflectiveOperationException {
        input = TyrusInput.of(upgrade, protocol);
    }

    @Test
    void shouldBeBetweenMessagesWhenNothingWasRead() {
        assertThat(input.isBetweenMessages()).isTrue();
    }

    @Test
    void shouldBeBetweenMessagesWhenAllThatWasReadIsDealtWith() {
        upgrade.buf = ByteBuffer.allocate(0);
        upgrade.reader.buffer = ByteBuffer.allocate(0);

        assertThat(input.isBetweenMessages()).isTrue();
    }

    @Test
    void shouldNotBeBetweenMessagesWhenBytesWaitToBeTakenApart() {
        upgrade.buf = ByteBuffer.allocate(1);

        assertThat(input.isBetweenMessages()).isFalse();
    }

    @Test
    void shouldNotBeBetweenMessagesWhenAPartOfAFrameWaits() {
        upgrade.reader.buffer = ByteBuffer.allocate(1);

        assertThat(input.isBetweenMessages()).isFalse();
    }

    @Test
    void shouldNotBeBetweenMessagesWhenAFramesHeadWasRead() {
        protocol.parsingState.state.set(2);

        assertThat(input.isBetweenMessages()).isFalse();
    }

    @Test
    void shouldNotBeBetweenMessagesWhenTheFirstFragmentsOfOneWereRead() {
        protocol.inFragmentedType = 2;

        assertThat(input.isBetweenMessages()).isFalse();
    }

    @Test
    void shouldNotBeBetweenMessagesWhenHalfACharacterWaits() {
        protocol.remainder = ByteBuffer.allocate(1);

        assertThat(input.isBetweenMessages()).isFalse();
    }

    @Test
    void shouldSayWhenAFieldIsNotWhereItWas() {
        assertThatThrownBy(() -> TyrusInput.of(upgrade, "no protocol"))
                .isInstanceOf(ReflectiveOperationException.class);
    }

    @SuppressWarnings("unused")
    private static final class Upgrade {
        private @Nullable ByteBuffer buf;
        private final Reader reader = new Reader();
        private final Connection connection = new Connection() {
            @Override
            public ReadHandler getReadHandler() {
                return reader;
            }

            @Override
            public Writer getWriter() {
                throw new UnsupportedOperationException();
            }

            @Override
            public CloseListener getCloseListener() {
                throw new UnsupportedOperationException();
            }

            @Override
            public void close(CloseReason reason) {}
        };
    }

    private static final class Reader implements ReadHandler {
        private @Nullable ByteBuffer buffer;

        @Override
        public void handle(ByteBuffer data) {}
    }

    private static final class Protocol {
        private final ParsingState parsingState = new ParsingState();
        private byte inFragmentedType;
        private @Nullable ByteBuffer remainder;
    }

    private static final class ParsingState {
        private final AtomicInteger state = new AtomicInteger();
    }
}
