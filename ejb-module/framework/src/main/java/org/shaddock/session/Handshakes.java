package org.shaddock.session;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.Client;
import org.shaddock.api.HandlerException;
import org.shaddock.api.HandshakePolicy;
import org.shaddock.protocol.ClientHandshake;
import org.shaddock.protocol.PacketCodec;
import org.shaddock.protocol.PacketType;
import org.shaddock.protocol.ProtocolException;
import org.shaddock.protocol.Protos;
import org.shaddock.protocol.RouteDictionary;
import org.shaddock.protocol.ServerHandshake;
import org.shaddock.protocol.TextEncoding;

/** Answers handshakes: 200 with what the client lacks, 501 for a client the game does not accept, 500 for the rest. */
public final class Handshakes {

    private static final Logger LOG = System.getLogger(Handshakes.class.getName());

    private final JsonCodec json;
    private final HandshakePolicy policy;
    private final int heartbeatSeconds;
    private final RouteDictionary dictionary;
    private final Protos protos;
    private final Bundling bundling;

    public Handshakes(
            JsonCodec json,
            HandshakePolicy policy,
            int heartbeatSeconds,
            RouteDictionary dictionary,
            Protos protos,
            Bundling bundling) {
        this.json = json;
        this.policy = policy;
        this.heartbeatSeconds = heartbeatSeconds;
        this.dictionary = dictionary;
        this.protos = protos;
        this.bundling = bundling;
    }

    Answer answer(Client client, byte[] body) {
        ClientHandshake handshake;
        try {
            handshake = ClientHandshake.parse(json.readObject(TextEncoding.toUtf8(body)));
        } catch (ProtocolException | IllegalArgumentException e) {
            return refused(ServerHandshake.FAILED);
        }
        try {
            if (!policy.accepts(handshake.type(), handshake.version())) {
                return refused(ServerHandshake.CLIENT_TOO_OLD);
            }
            return accepted(handshake, policy.welcome(client, handshake.user()));
        } catch (HandlerException e) {
            return refused(ServerHandshake.FAILED);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "The handshake policy failed for a client at " + client.address(), e);
            return refused(ServerHandshake.FAILED);
        }
    }

    private Answer accepted(ClientHandshake handshake, @Nullable Object user) {
        byte[] packet = packet(ServerHandshake.ok(handshake, heartbeatSeconds, dictionary, protos, user));
        return new Answer(true, bundling.suits(handshake.bundles()), packet);
    }

    private Answer refused(int code) {
        return new Answer(false, false, packet(ServerHandshake.failed(code)));
    }

    private byte[] packet(Object body) {
        return PacketCodec.encode(PacketType.HANDSHAKE, TextEncoding.escapeSupplementary(json.write(body)));
    }

    /**
     * @param accepted whether the client may go on
     * @param together whether it may get several packets in one message
     * @param packet what it is sent
     */
    record Answer(boolean accepted, boolean together, byte[] packet) {}
}
