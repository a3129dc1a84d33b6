package org.shaddock.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds the server's answer to a {@link ClientHandshake}, member by member in Pomelo's order.
 * <pre>
 * {"code":200,
 *  "sys":{"heartbeat":3,
 *         "dict":{"&lt;route>":1,…}, "routeToCode":{the same}, "codeToRoute":{"1":"&lt;route>",…}, "dictVersion":"…",
 *         "useDict":true,
 *         "protos":{"server":{…},"client":{…},"version":"…"},
 *         "useProto":true},
 *  "user":{…}}
 * </pre>
 * Dictionary and protos are each sent whole or not at all: not when there is none, and not when the client has them
 * cached (then {@code useDict} or {@code useProto} alone says that they are in use). libpomelo2 aborts on a part of them.
 */
public final class ServerHandshake {

    /** Welcome. */
    public static final int OK = 200;

    /** The handshake could not be read, or the application refused it. */
    public static final int FAILED = 500;

    /** The client's type or version is no longer served. */
    public static final int CLIENT_TOO_OLD = 501;

    private ServerHandshake() {}

    /**
     * The answer that lets a client in.
     *
     * @param client what the client said
     * @param heartbeatSeconds the interval of heartbeats, or 0 for none
     * @param dictionary the route codes of this connection; an empty one is not mentioned
     * @param protos the protobuf schemas of this connection; empty ones are not mentioned
     * @param user what the application has to say, if anything
     */
    public static Map<String, Object> ok(
            ClientHandshake client,
            int heartbeatSeconds,
            RouteDictionary dictionary,
            Protos protos,
            @Nullable Object user) {
        Map<String, Object> sys = new LinkedHashMap<>();
        if (heartbeatSeconds > 0) {
            sys.put("heartbeat", heartbeatSeconds);
        }
        putDictionary(sys, dictionary, client.dictVersion());
        putProtos(sys, protos, client.protoVersion());

        Map<String, Object> answer = answer(OK);
        answer.put("sys", sys);
        if (user != null) {
            answer.put("user", user);
        }
        return answer;
    }

    private static void putDictionary(Map<String, Object> sys, RouteDictionary dictionary, String cachedVersion) {
        if (dictionary.isEmpty()) {
            return;
        }
        if (!dictionary.version().equals(cachedVersion)) {
            sys.put("dict", dictionary.routeToCode());
            sys.put("routeToCode", dictionary.routeToCode());
            sys.put("codeToRoute", dictionary.codeToRoute());
            sys.put("dictVersion", dictionary.version());
        }
        sys.put("useDict", true);
    }

    private static void putProtos(Map<String, Object> sys, Protos protos, String cachedVersion) {
        if (protos.isEmpty()) {
            return;
        }
        if (!protos.version().equals(cachedVersion)) {
            Map<String, Object> both = new LinkedHashMap<>();
            both.put("server", protos.server().parsed());
            both.put("client", protos.client().parsed());
            both.put("version", protos.version());
            sys.put("protos", both);
        }
        sys.put("useProto", true);
    }

    /** The answer that turns a client away; nothing but the code. The connection is closed after it. */
    public static Map<String, Object> failed(int code) {
        return answer(code);
    }

    /** The answer that turns a client away and says why, in {@code message}, which Pomelo's clients do not look at. */
    public static Map<String, Object> failed(int code, String why) {
        Map<String, Object> answer = answer(code);
        answer.put("message", why);
        return answer;
    }

    private static Map<String, Object> answer(int code) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("code", code);
        return answer;
    }
}
