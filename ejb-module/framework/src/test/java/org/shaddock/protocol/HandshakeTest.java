package org.shaddock.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeTest {

    private static final RouteDictionary DICTIONARY =
            RouteDictionary.of(List.of("chat.chatHandler.send"), List.of("onChat"));

    private static final Protos PROTOS =
            new Protos(ProtoSchema.parse(Json.object("""
                    {"chat.chatHandler.send": {"required string content": 1, "optional Point at": 3,
                                               "message Point": {"required float y": 2, "required float x": 1}}}""")), ProtoSchema.parse(Json.object("""
                    {"onMove": {"repeated uInt32 ids": 2, "required Name who": 1},
                     "message Name": {"optional string n": 1}}""")));

    private static final ClientHandshake CLIENT = ClientHandshake.parse(Json.object("{\"sys\":{}}"));

    static Stream<Vector> handshakes() {
        return Vector.with("answer", "handshakes.txt");
    }

    @ParameterizedTest
    @MethodSource("handshakes")
    void shouldAnswerAsPomeloDoes(Vector vector) {
        ClientHandshake client = ClientHandshake.parse(vector.json("request"));

        Map<String, Object> answer = ServerHandshake.ok(client, 3, DICTIONARY, PROTOS, Map.of("greeting", "hi"));

        assertThat(answer).hasToString(vector.json("answer").toString());
    }

    @Test
    void shouldAnswerTheLeastWhenNothingIsConfigured() {
        Map<String, Object> answer = ServerHandshake.ok(CLIENT, 0, RouteDictionary.EMPTY, Protos.EMPTY, null);

        assertThat(answer).hasToString("{code=200, sys={}}");
    }

    @Test
    void shouldSendProtosWhenOneDirectionAloneHasAny() {
        Protos oneWay = new Protos(ProtoSchema.EMPTY, PROTOS.server());

        Map<String, Object> answer = ServerHandshake.ok(CLIENT, 0, RouteDictionary.EMPTY, oneWay, null);

        assertThat(answer.toString())
                .contains("client={}, version=" + oneWay.version(), "useProto=true")
                .doesNotContain("useDict");
    }

    @Test
    void shouldSendNothingButCodeWhenItTurnsClientAway() {
        assertThat(ServerHandshake.failed(ServerHandshake.FAILED)).hasToString("{code=500}");
        assertThat(ServerHandshake.failed(ServerHandshake.CLIENT_TOO_OLD)).hasToString("{code=501}");
    }

    @Test
    void shouldReadAllThatClientSays() {
        ClientHandshake client = ClientHandshake.parse(Json.object("""
                {"sys": {"type": "unity", "version": 0.3, "dictVersion": "d", "protoVersion": 0, "rsa": {}, "bundles": true},
                 "user": {"token": null, "age": 7}, "more": true}"""));

        Map<String, Object> user = new LinkedHashMap<>();
        user.put("token", null);
        user.put("age", 7);
        assertThat(client).isEqualTo(new ClientHandshake("unity", "0.3", "d", "0", true, user));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"sys\":{}}", "{\"sys\":{\"type\":null,\"version\":[],\"dictVersion\":{}},\"user\":\"ann\"}"})
    void shouldTakeWhatIsLeftOutOrOddAsEmpty(String json) {
        assertThat(ClientHandshake.parse(Json.object(json)))
                .isEqualTo(new ClientHandshake("", "", "", "", false, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"sys\":null}", "{\"sys\":\"js-websocket\"}", "{\"user\":{}}"})
    void shouldRefuseHandshakeWithoutSys(String json) {
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> ClientHandshake.parse(Json.object(json)))
                .withMessage("The handshake has no 'sys' object.");
    }

    @Test
    void shouldHaveOtherVersionWhenProtosDiffer() {
        Protos swapped = new Protos(PROTOS.server(), PROTOS.client());

        assertThat(swapped.version()).isNotEqualTo(PROTOS.version());
        assertThat(PROTOS.isEmpty()).isFalse();
        assertThat(Protos.EMPTY.isEmpty()).isTrue();
    }
}
