package org.shaddock.session;

import java.util.HashMap;
import java.util.Map;
import org.shaddock.api.Client;
import org.shaddock.api.Identity;
import org.shaddock.api.SessionId;
import org.shaddock.remote.FrameReader;
import org.shaddock.remote.FrameWriter;

/**
 * What one message's handler on another member knows of the session.
 *
 * @param identity who is bound to it
 * @param settings JSON texts by key; not to be changed
 */
public record SessionSnapshot(SessionId id, Identity identity, Client client, Map<String, byte[]> settings) {

    /** Writes it: the member's name, the number, who it is, the client, the number of settings, and each one's key and text. */
    public byte[] toBytes() {
        FrameWriter out = new FrameWriter(128).text(id.member()).number(id.number());
        IdentityCodec.write(out, identity);
        ClientCodec.write(out, client);
        out.number(settings.size());
        settings.forEach((key, text) -> out.text(key).block(text));
        return out.toBytes();
    }

    /** @throws org.shaddock.remote.FrameException if the bytes are something else */
    public static SessionSnapshot parse(byte[] bytes) {
        FrameReader in = new FrameReader(bytes);
        SessionId id = new SessionId(in.text(), in.number());
        Identity identity = IdentityCodec.read(in);
        Client client = ClientCodec.read(in);
        Map<String, byte[]> settings = new HashMap<>();
        for (int i = in.count(); i > 0; i--) {
            settings.put(in.text(), in.block());
        }
        in.end();
        return new SessionSnapshot(id, identity, client, settings);
    }
}
