package org.shaddock.session;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.Client;
import org.shaddock.api.Credentials;
import org.shaddock.api.HandlerException;
import org.shaddock.api.HandshakePolicy;
import org.shaddock.api.Identity;
import org.shaddock.protocol.ClientHandshake;
import org.shaddock.protocol.PacketCodec;
import org.shaddock.protocol.PacketType;
import org.shaddock.protocol.ProtocolException;
import org.shaddock.protocol.Protos;
import org.shaddock.protocol.RouteDictionary;
import org.shaddock.protocol.ServerHandshake;
import org.shaddock.protocol.TextEncoding;

/**
 * Answers handshakes: 200 with what the client lacks, 501 for a client the game does not accept, 500 for the rest. Where clients
 * are asked who they are, the answer comes later, on another thread.
 */
public final class Handshakes {

    private static final Logger LOG = System.getLogger(Handshakes.class.getName());
    private static final String TOKEN = "token";

    private final JsonCodec json;
    private final HandshakePolicy policy;
    private final Authentication authentication;
    private final Terms terms;

    public Handshakes(JsonCodec json, HandshakePolicy policy, Authentication authentication, Terms terms) {
        this.json = json;
        this.policy = policy;
        this.authentication = authentication;
        this.terms = terms;
    }

    /** Never fails. */
    CompletableFuture<Answer> answer(Connection connection, byte[] body) {
        Client client = connection.client();
        ClientHandshake handshake = parse(body);
        if (handshake == null) {
            return CompletableFuture.completedFuture(refused(ServerHandshake.failed(ServerHandshake.FAILED)));
        }
        int verdict = verdict(client, handshake);
        if (verdict != ServerHandshake.OK) {
            return CompletableFuture.completedFuture(refused(ServerHandshake.failed(verdict)));
        }
        if (authentication.isOpen()) {
            return CompletableFuture.completedFuture(welcome(client, handshake, Identity.NOBODY));
        }
        return authentication
                .identify(credentials(connection, handshake))
                .handle((identity, error) -> error instanceof HandlerException refusal
                        ? refused(refusal)
                        : welcome(client, handshake, identity));
    }

    private @Nullable ClientHandshake parse(byte[] body) {
        try {
            return ClientHandshake.parse(json.readObject(TextEncoding.toUtf8(body)));
        } catch (ProtocolException | IllegalArgumentException e) {
            return null;
        }
    }

    private int verdict(Client client, ClientHandshake handshake) {
        try {
            return policy.accepts(handshake.type(), handshake.version())
                    ? ServerHandshake.OK
                    : ServerHandshake.CLIENT_TOO_OLD;
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "The handshake policy failed for a client at " + client.address(), e);
            return ServerHandshake.FAILED;
        }
    }

    private static Credentials credentials(Connection connection, ClientHandshake handshake) {
        Upgrade upgrade = connection.upgrade();
        String token = handshake.user().get(TOKEN) instanceof String given ? given : upgrade.token();
        return new Credentials(connection.client(), handshake.user(), token, upgrade.caller());
    }

    private Answer welcome(Client client, ClientHandshake handshake, Identity identity) {
        try {
            Object user = policy.welcome(client, handshake.user());
            byte[] packet = packet(
                    ServerHandshake.ok(handshake, terms.heartbeatSeconds(), terms.dictionary(), terms.protos(), user));
            return new Answer(true, terms.bundling().suits(handshake.bundles()), packet, identity);
        } catch (HandlerException e) {
            return refused(e);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "The handshake policy failed for a client at " + client.address(), e);
            return refused(ServerHandshake.failed(ServerHandshake.FAILED));
        }
    }

    private Answer refused(HandlerException refusal) {
        return refused(ServerHandshake.failed(ServerHandshake.FAILED, String.valueOf(refusal.getMessage())));
    }

    private Answer refused(Object body) {
        return new Answer(false, false, packet(body), Identity.NOBODY);
    }

    private byte[] packet(Object body) {
        return PacketCodec.encode(PacketType.HANDSHAKE, TextEncoding.escapeSupplementary(json.write(body)));
    }

    /**
     * What every client is told.
     *
     * @param heartbeatSeconds the interval of heartbeats; 0 for none
     * @param dictionary codes of routes
     * @param protos schemas of bodies
     * @param bundling who gets several packets in one message
     */
    public record Terms(int heartbeatSeconds, RouteDictionary dictionary, Protos protos, Bundling bundling) {}

    /**
     * @param accepted whether the client may go on
     * @param together whether it may get several packets in one message
     * @param packet what it is sent
     * @param identity who it is
     */
    record Answer(boolean accepted, boolean together, byte[] packet, Identity identity) {}
}
