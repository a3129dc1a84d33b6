package org.shaddock.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shaddock.api.AreaId;
import org.shaddock.protocol.Message;
import org.shaddock.protocol.PacketCodec;
import org.shaddock.protocol.ProtoSchema;
import org.shaddock.protocol.Protos;
import org.shaddock.protocol.RouteDictionary;
import org.shaddock.remote.FrameException;
import org.shaddock.remote.FrameReader;
import org.shaddock.remote.FrameWriter;
import org.shaddock.testing.Json;

/** Members hand pushes to one another while they run different versions of an application. */
class OutgoingCodecTest {

    private static final Protos NO_PROTOS = Protos.EMPTY;
    private static final Map<String, Object> BODY = Map.of("text", "hello");

    private final WireCodec old = codec(List.of("chat.room.send"), List.of("onChat"), NO_PROTOS);
    private final WireCodec withANewRoute =
            codec(List.of("board.board.list", "chat.room.send"), List.of("onChat"), NO_PROTOS);
    private final WireCodec withASchema = codec(List.of("chat.room.send"), List.of("onChat"), protos());

    @Test
    void shouldUseTheCodesOfTheReceiversClients() {
        Outgoing received = handed(old.push("onChat", BODY, null), withANewRoute);

        assertThat(message(received, withANewRoute)).isEqualTo("onChat {\"text\":\"hello\"}");
        assertThat(received.parts().get(0).packet())
                .isNotEqualTo(old.push("onChat", BODY, null).parts().get(0).packet());
    }

    @Test
    void shouldUseTheSchemaOfTheReceiversClients() {
        Outgoing received = handed(old.push("onChat", BODY, null), withASchema);

        assertThat(received.parts().get(0).packet())
                .isEqualTo(withASchema.push("onChat", BODY, null).parts().get(0).packet());
    }

    @Test
    void shouldLeaveTheSchemaOfTheSendersClientsBehind() {
        Outgoing received = handed(withASchema.push("onChat", BODY, null), old);

        assertThat(message(received, old)).isEqualTo("onChat {\"text\":\"hello\"}");
    }

    @Test
    void shouldKeepWhatMayBeReplacedAndWhereItComesFrom() {
        Origin origin = new Origin(new AreaId("room", "lobby"), 7);
        Outgoing bundle =
                Outgoing.bundle(List.of(old.push("onMove", BODY, "onMove"), old.push("onChat", BODY, null)), origin);
        Outgoing received = handed(bundle, withANewRoute);

        assertThat(received.origin()).isEqualTo(origin);
        assertThat(received.parts()).extracting(Outgoing.Single::replaceKey).containsExactly("onMove", null);
    }

    @Test
    void shouldRefuseWhatItsClientsCannotBeTold() {
        FrameWriter out = new FrameWriter(64)
                .u8(0)
                .number(1)
                .text("r".repeat(300))
                .block(new byte[] {'{', '}'})
                .u8(0);

        assertThatExceptionOfType(FrameException.class)
                .isThrownBy(() -> OutgoingCodec.read(new FrameReader(out.toBytes()), old::pushJson))
                .withMessageContaining("longer than 255 bytes");
    }

    private static Outgoing handed(Outgoing sent, WireCodec receiver) {
        FrameWriter out = new FrameWriter(64);
        OutgoingCodec.write(out, sent);
        return OutgoingCodec.read(new FrameReader(out.toBytes()), receiver::pushJson);
    }

    private static String message(Outgoing outgoing, WireCodec codec) {
        byte[] packet = outgoing.parts().get(0).packet();
        Message message = codec.message(new PacketCodec(PacketCodec.MAX_BODY_BYTES)
                .decode(packet)
                .get(0)
                .body());
        return message.route() + " " + new String(message.body(), StandardCharsets.UTF_8);
    }

    private static WireCodec codec(List<String> handlers, List<String> pushes, Protos protos) {
        return new WireCodec(Json.CODEC, RouteDictionary.of(handlers, pushes), protos);
    }

    private static Protos protos() {
        return new Protos(ProtoSchema.EMPTY, ProtoSchema.parse(Map.of("onChat", Map.of("required string text", 1L))));
    }
}
